using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Qualification;
using Handoff.Rows;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Returns;

/// <summary>What a form of the queue posts; all as text.</summary>
/// <param name="Action"><c>contest</c>, <c>again</c> or <c>recycle</c>.</param>
/// <param name="Again">Of <c>again</c>: the id that the form carries, so that it acts once however often it is posted.</param>
/// <param name="Note">Free text; kept with the lead's personal data.</param>
/// <param name="Fields">The contact data as it is to be, by our names of the fields.</param>
public sealed record ReturnForm(string? Action, string? Again, string? Note, IReadOnlyDictionary<string, string> Fields);

/// <summary>What became of it.</summary>
public abstract record ReturnAnswer
{
    private ReturnAnswer()
    {
    }

    /// <summary>Done, now or before.</summary>
    public sealed record Done : ReturnAnswer;

    public sealed record TooLate(LateCause Cause) : ReturnAnswer;

    /// <summary>A field is missing or wrong: one of the lead's, <c>fields</c> where none was changed, <c>note</c> or
    /// <c>action</c>.</summary>
    public sealed record Invalid(string Field, ReturnedLead Lead) : ReturnAnswer;
}

/// <summary>Carries out what marketing does with a lead that came back.</summary>
public sealed class ReturnActs(CompanyInForce company, LeadTurns turns, LeadVault vault, ReturnsReading reading, IClock clock)
{
    /// <summary>The contact data that may be corrected.</summary>
    public static ImmutableArray<string> Fields { get; } =
        [KnownFields.Name, KnownFields.Email, KnownFields.Phone, KnownFields.Company, KnownFields.JobTitle, KnownFields.Country];

    private const int LongestNote = 10_000;
    private const int LongestField = 500;

    /// <summary>Acts for the viewer; null: there is no such lead, or it is not theirs to act on.</summary>
    public async Task<ReturnAnswer?> ActAsync(Viewer viewer, LeadId id, ReturnForm form, CancellationToken cancellation)
    {
        if (viewer.Person is not { } person || !viewer.Sight.SeesReturned
            || await turns.OpenAsync(id, cancellation) is not { Lead.Reception: not null } opened || opened.Lead.Milestones.Ending is null)
            return null;
        var now = clock.GetCurrentInstant();
        var note = string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim();
        if (note?.Length > LongestNote || (form.Action == "contest" && note is null))
            return await InvalidAsync("note");
        var extras = new TurnExtras { Note = note is null ? null : new(now, person.Id.Value, form.Action!, note) };
        LeadCommand command;
        switch (form.Action)
        {
            case "contest":
                command = new ContestReturn(person.Id);
                break;
            case "recycle":
                command = new Recycle(person.Id);
                break;
            case "again" when Guid.TryParseExact(form.Again, "N", out var again):
                if (await vault.OpenAsync(id.Value, cancellation) is not { } record)
                    return new ReturnAnswer.TooLate(LateCause.Ended);
                var correction = CorrectionOf(record.Form, form.Fields);
                if (correction.IsEmpty)
                    return await InvalidAsync("fields");
                if (correction.Values.Any(value => value.Length > LongestField))
                    return await InvalidAsync(correction.First(field => field.Value.Length > LongestField).Key);
                if (Wrong(FollowingHandoffs.FormOf(record with { Correction = correction }), correction, opened.Lead) is { } field)
                    return await InvalidAsync(field);
                command = new SendAgain(person.Id, new(again.ToString("N")));
                extras = extras with { Correction = correction };
                break;
            default:
                return await InvalidAsync("action");
        }

        var turn = await turns.DecideAsync(id, [command], extras, opened, cancellation);
        return turn.Answer is Answer.TooLate late ? new ReturnAnswer.TooLate(late.Cause) : new ReturnAnswer.Done();

        async Task<ReturnAnswer> InvalidAsync(string field) =>
            new ReturnAnswer.Invalid(field, await reading.LeadAsync(LeadRow.Of(opened.Lead), viewer, cancellation));
    }

    /// <summary>What is to be said otherwise than the person's form said it; empty: no longer.</summary>
    private static ImmutableSortedDictionary<string, string> CorrectionOf(
        ImmutableSortedDictionary<string, string> before, IReadOnlyDictionary<string, string> posted) =>
        Fields.Where(posted.ContainsKey).Select(field => (field, Value: LeadForm.Clean(posted[field])))
            .Where(one => one.Value != (before.GetValueOrDefault(one.field) ?? ""))
            .ToImmutableSortedDictionary(one => one.field, one => one.Value, StringComparer.Ordinal);

    /// <summary>The first corrected field that cannot be read, or null.</summary>
    private string? Wrong(LeadForm form, ImmutableSortedDictionary<string, string> correction, Lead lead) =>
        Contact.Normalise(form, company.Find(lead.Known.Source)?.DefaultCountry) switch
        {
            ContactResult.Missing missing => missing.Problems[0].Field,
            ContactResult.Usable usable => usable.Remarks.FirstOrDefault(remark => correction.ContainsKey(remark.Field))?.Field,
            _ => throw new InvalidOperationException("A contact is usable or misses something."),
        };
}
