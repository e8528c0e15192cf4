using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Service.People;

/// <summary>
/// An absence as it is told: away until, or back. <c>Until</c> is <c>yyyy-MM-dd</c> (that day included), a local time or an instant, in the
/// person's zone.
/// </summary>
public sealed record AbsenceReport(string? Action, string? From, string? Until);

/// <summary>An absence that was told.</summary>
/// <param name="Until">Exclusive; null: until they say that they are back.</param>
/// <param name="Wrong">What cannot be read, or null.</param>
public sealed record AbsenceSpan(Instant From, Instant? Until, AbsenceAnswer.Invalid? Wrong);

/// <summary>Somebody of the company.</summary>
public sealed record PersonView(string Id, string Email, string Name, string Role, string? Team, bool IsAway, Instant? AwayUntil);

/// <summary>What became of the report.</summary>
public abstract record AbsenceAnswer
{
    /// <summary>200: noted.</summary>
    public sealed record Noted(PersonView Person) : AbsenceAnswer;

    /// <summary>404: no such person.</summary>
    public sealed record UnknownPerson : AbsenceAnswer;

    /// <summary>422: a field is missing or wrong.</summary>
    public sealed record Invalid(string Field, string Message) : AbsenceAnswer;
}

/// <summary>Notes absences; in force from the next turn of each open lead.</summary>
public sealed class PeopleAbsence(CompanyInForce company, AbsenceBook book, IClock clock)
{
    /// <summary>The role of who is in the files no more.</summary>
    public const string Left = "left";

    private const string HowToSayWhen = "Send a date (2026-12-24), a local time (2026-12-24T14:00) or an instant (2026-12-24T13:00:00Z).";

    /// <summary>Notes that a person, named by the id, is away or back.</summary>
    public async Task<AbsenceAnswer> NoteAsync(string personId, AbsenceReport report, CancellationToken cancellation)
    {
        if (company.Staff.Find(new(personId)) is not { } person)
            return new AbsenceAnswer.UnknownPerson();
        if (await NoteOwnAsync(person, report, cancellation) is { } invalid)
            return invalid;
        return new AbsenceAnswer.Noted(View(company.Staff.Find(person.Id) ?? person));
    }

    /// <summary>Notes what a person says of the own absence; null: noted.</summary>
    public async Task<AbsenceAnswer.Invalid?> NoteOwnAsync(Person person, AbsenceReport report, CancellationToken cancellation)
    {
        switch (report.Action)
        {
            case "back" when !string.IsNullOrEmpty(report.From):
                return await TakeBackAsync(person, report.From, cancellation);
            case "back":
                await book.BackAsync(person.Id, cancellation);
                return null;
            case "away":
                var told = Read(person, report);
                if (told.Wrong is null)
                    await book.AwayAsync(person.Id, told.From, told.Until, cancellation);
                return told.Wrong;
            default:
                return new("action", "Send away or back.");
        }
    }

    /// <summary>An absence that was told and is still to come does not come; one of the files or of a calendar stays.</summary>
    private async Task<AbsenceAnswer.Invalid?> TakeBackAsync(Person person, string from, CancellationToken cancellation)
    {
        if (WhenText.Read(from, person.Calendar.Zone, endOfDay: false) is not { } start
            || start <= clock.GetCurrentInstant() || person.Absences.All(absence => absence.Start != start))
            return new("from", "Send the beginning of an absence that is still to come.");
        await book.AwayAsync(person.Id, start, start, cancellation);
        return null;
    }

    /// <summary>When an absence as it is told begins and ends, or what of it cannot be read.</summary>
    public AbsenceSpan Read(Person person, AbsenceReport report)
    {
        var zone = person.Calendar.Zone;
        var now = clock.GetCurrentInstant();
        var start = string.IsNullOrEmpty(report.From) ? now : WhenText.Read(report.From, zone, endOfDay: false);
        if (start is not { } from)
            return new(now, null, new("from", HowToSayWhen));
        var end = string.IsNullOrEmpty(report.Until) ? (Instant?)null : WhenText.Read(report.Until, zone, endOfDay: true);
        if (end is null && !string.IsNullOrEmpty(report.Until))
            return new(from, null, new("until", HowToSayWhen));
        return new(from, end, end <= Instant.Max(from, now) ? new("until", "Send a time after the beginning and after now.") : null);
    }

    /// <summary>Everybody in the files, with their ids; then who has left them and was not forgotten.</summary>
    public Task<ImmutableArray<PersonView>> ListAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var left = company.Directory.Where(one => one.Value.Former == 0 && company.Staff.Find(one.Key) is null)
            .OrderBy(one => one.Value.Address, StringComparer.Ordinal)
            .Select(one => new PersonView(one.Key.Value, one.Value.Address, one.Value.Name, Left, null, IsAway: true, null));
        return Task.FromResult<ImmutableArray<PersonView>>(
            [.. company.Staff.People.Values.OrderBy(person => person.Address, StringComparer.Ordinal).Select(View), .. left]);
    }

    private PersonView View(Person person)
    {
        var absence = person.AbsenceAt(clock.GetCurrentInstant());
        return new(person.Id.Value, person.Address, person.Name, person.Role.ToString().ToLowerInvariant(),
            company.Staff.TeamOf(person.Id)?.Name, absence is not null, absence?.End);
    }
}
