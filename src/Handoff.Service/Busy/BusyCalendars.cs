using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.People;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Service.Turns;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Service.Busy;

/// <summary>A calendar that cannot be read.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Because">Why, without the address.</param>
public sealed record UnreadCalendar(Person Person, Instant Since, string Because);

/// <summary>
/// Reads people's own calendars once an hour, and what they tell of absences is in force from the next turn of each open lead, as if
/// somebody had noted it. What was read holds while a calendar cannot be read.
/// </summary>
public sealed class BusyCalendars(
    CompanyInForce company, ICalendarSource source, IFactStore facts, AbsenceBook book, IClock clock, ILogger<BusyCalendars> log)
{
    /// <summary>After how long people are told that a calendar cannot be read: a server may be down for an evening.</summary>
    public static Duration Patience { get; } = Duration.FromHours(24);

    // A look an hour, whatever the loop's own beat.
    private static readonly Duration Period = Duration.FromMinutes(55);

    private static readonly Duration Slot = Duration.FromMinutes(10);

    // What recurs for ever was followed for a year: now and then it is read again, changed or not.
    private static readonly Duration Whole = Duration.FromDays(7);

    private readonly KeyedLock _oneByOne = new();

    private const int AtOnce = 8;

    // A fact has room for little; without its tag a calendar is sent whole.
    private const int LongestMark = 1_024;

    /// <summary>
    /// Reads each calendar whose last look is an hour ago, and drops what was read of those that nobody names any more; call it as often as
    /// you like.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var people = company.Staff.People.Values.Where(person => person.Busy is not null).ToList();
        var named = people.Select(person => BusyState.NameOf(person.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in (await facts.ListValuesAsync(BusyState.Names, cancellation)).Keys.Where(name => !named.Contains(name)))
            await facts.DropAsync(name, cancellation);
        if (people.Count == 0)
            return;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(people, options, async (person, stopping) => await LookAsync(person, person.Busy!, stopping));
    }

    /// <summary>The calendars that could not be read for a day.</summary>
    public async Task<ImmutableArray<UnreadCalendar>> UnreadAsync(CancellationToken cancellation)
    {
        var people = company.Staff.People.Values.Where(person => person.Busy is not null).ToList();
        if (people.Count == 0)
            return [];
        var (kept, now) = (await facts.ListValuesAsync(BusyState.Names, cancellation), clock.GetCurrentInstant());
        var unread = new List<UnreadCalendar>();
        foreach (var person in people)
        {
            if (kept.GetValueOrDefault(BusyState.NameOf(person.Id)) is { } text
                && BusyState.Read(text) is { FailingSince: { } failing } state && state.Of == BusyState.HashOf(person.Busy!)
                && now - BusyState.At(failing) >= Patience)
                unread.Add(new(person, BusyState.At(failing), state.Why ?? ""));
        }

        return [.. unread.OrderBy(one => one.Since)];
    }

    private async Task LookAsync(Person person, BusyCalendar calendar, CancellationToken cancellation)
    {
        // Who comes while a look goes on waits for it, and finds it taken.
        using var turn = await _oneByOne.EnterAsync(person.Id.Value, cancellation);
        var (now, of, name) = (clock.GetCurrentInstant(), BusyState.HashOf(calendar), BusyState.NameOf(person.Id));
        var kept = await facts.FindValueAsync(name, cancellation) is { } text ? BusyState.Read(text) : null;
        var state = kept?.Of == of ? kept : BusyState.None(of);
        if (state.TriedAt > 0 && now - BusyState.At(state.TriedAt) < Period)
            return;
        // Of several processes one looks.
        var slot = now.ToUnixTimeSeconds() / (long)Slot.TotalSeconds;
        if (!await facts.ClaimAsync($"busy-look:{person.Id}:{of}:{slot}", now + Period, now, cancellation))
            return;
        var next = await NextAsync(state, person, calendar, now, cancellation) with { TriedAt = now.ToUnixTimeSeconds() };
        await facts.SaveValueAsync(name, next.Write(), cancellation);
        if (next.Why is { } why)
            log.LogWarning(LogEvents.CalendarUnread, "The calendar of person {Person} cannot be read: {Reason}.", person.Id, why);
        if (!next.Absences.SequenceEqual(kept?.Absences ?? []))
            await book.InForceAsync(person.Id, cancellation);
    }

    private async Task<BusyState> NextAsync(
        BusyState state, Person person, BusyCalendar calendar, Instant now, CancellationToken cancellation)
    {
        var mark = state.ReadAt is { } read && now - BusyState.At(read) < Whole ? new CalendarMark(state.ETag, state.Modified) : null;
        try
        {
            return await source.AskAsync(calendar, mark, cancellation) switch
            {
                CalendarAnswer.Said said => Take(state, said, person, now, cancellation),
                CalendarAnswer.Unchanged => state with { FailingSince = null, Why = null },
                CalendarAnswer.Failed failed => Failed(state, failed.Because, now),
                _ => throw new InvalidOperationException("A calendar is said, unchanged or not there."),
            };
        }
        catch (Exception unforeseen) when (!cancellation.IsCancellationRequested)
        {
            // One person's calendar must not stop everybody's. What the exception says may be words of the file.
            log.LogError(
                LogEvents.CalendarUnread, "Reading the calendar of person {Person} failed: {Kind}.", person.Id, unforeseen.GetType().Name);
            return Failed(state, "it cannot be read", now);
        }
    }

    private static BusyState Take(BusyState state, CalendarAnswer.Said said, Person person, Instant now, CancellationToken cancellation)
    {
        var (absences, wrong) = IcsAbsences.Read(said.Text, person.Calendar.Zone, now, cancellation);
        return wrong is not null ? Failed(state, wrong, now) : state with
        {
            ETag = Kept(said.Mark.ETag),
            Modified = Kept(said.Mark.Modified),
            ReadAt = now.ToUnixTimeSeconds(),
            FailingSince = null,
            Why = null,
            Away = BusyState.Seconds(absences),
        };
    }

    private static string? Kept(string? mark) => mark is { Length: <= LongestMark } ? mark : null;

    private static BusyState Failed(BusyState state, string why, Instant now) =>
        state with { FailingSince = state.FailingSince ?? now.ToUnixTimeSeconds(), Why = why };
}
