using System.Runtime.CompilerServices;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Figures;
using Handoff.Leads;

namespace Handoff.Service.Figures;

/// <summary>
/// A fact as bytes, some 40: instants as their distance from the reception, what facts have in common by its number in the shared. Equal
/// facts are equal bytes. Whoever changes what is written here raises <see cref="Shape"/>; then facts are made of rows again.
/// </summary>
internal static class FactBytes
{
    /// <summary>The version of this writing, and of what a fact is made of.</summary>
    public const int Shape = 3;

    /// <summary>Writes a fact; what it has in common with others is shared from now on.</summary>
    public static void Write(PackedWriter into, SharedFacts shared, in LeadFact lead)
    {
        into.Number(shared.Traits.NumberOf(lead.Traits));
        into.Number(lead.Bits);
        into.Number(lead.ReceivedAt.Value);
        foreach (var at in (ReadOnlySpan<Minute>)
            [
                lead.QualifiedAt, lead.OfferedAt, lead.AcceptedAt, lead.ContactedAt, lead.FeedbackAt, lead.EndedAt, lead.OutcomeAt,
                lead.EndStandsFrom, lead.AskedAt, lead.Money.Pipeline.At, lead.Money.Won.At,
            ])
            into.Minute(at, lead.ReceivedAt);
        foreach (var clock in (ReadOnlySpan<ClockFact>)[lead.Accept, lead.FirstContact, lead.Feedback])
        {
            into.Number(clock.IsThere ? (((int)clock.State + 1) << 1) | (clock.IsMet ? 1 : 0) : 0);
            if (!clock.IsThere)
                continue;
            into.Minute(clock.Due, lead.ReceivedAt);
            into.Number(clock.RanMinutes);
        }

        into.Number(lead.Charged is { } charged ? shared.Charged.NumberOf(charged) + 1 : 0);
        into.Number(lead.End is { } end ? shared.Ends.NumberOf(end) + 1 : 0);
        into.Number(lead.OpenToAcceptMinutes);
        into.Number(shared.People.NumberOf(lead.Holder));
        into.Number(lead.Running is null ? 0 : 1);
        if (lead.Running is { } running)
            Write(into, running);
        Write(into, shared, lead.Money.Pipeline);
        Write(into, shared, lead.Money.Won);
    }

    /// <summary>Reads the next fact of a shared.</summary>
    public static LeadFact Read(ref PackedReader from, SharedFacts shared)
    {
        // A copy that is handed on to no call stays in registers: that halves the time.
        var near = from;
        var traits = shared.Traits[near.Number()];
        var bits = near.Number();
        var received = new Minute(near.Number());
        var fact = new LeadFact
        {
            Traits = traits,
            Bits = bits,
            ReceivedAt = received,
            QualifiedAt = near.Minute(received),
            OfferedAt = near.Minute(received),
            AcceptedAt = near.Minute(received),
            ContactedAt = near.Minute(received),
            FeedbackAt = near.Minute(received),
            EndedAt = near.Minute(received),
            OutcomeAt = near.Minute(received),
            EndStandsFrom = near.Minute(received),
            AskedAt = near.Minute(received),
            Money = new(new(near.Minute(received), 0, null), new(near.Minute(received), 0, null)),
            Accept = ReadClock(ref near, received),
            FirstContact = ReadClock(ref near, received),
            Feedback = ReadClock(ref near, received),
            Charged = near.Number() is > 0 and var charged ? shared.Charged[charged - 1] : null,
            End = near.Number() is > 0 and var end ? shared.Ends[end - 1] : null,
            OpenToAcceptMinutes = near.Number(),
            Holder = shared.People[near.Number()],
        };
        var isRunning = near.Number() != 0;
        from = near;
        if (isRunning)
            fact = fact with { Running = ReadRunning(ref from) };
        return fact.Money.IsSome ? fact with { Money = ReadMoney(ref from, shared, fact.Money) } : fact;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ClockFact ReadClock(ref PackedReader from, Minute received) => from.Number() is > 0 and var state
        ? new((ClockState)((state >> 1) - 1), from.Minute(received), (state & 1) != 0, from.Number())
        : default;

    private static void Write(PackedWriter into, RunningFact running)
    {
        into.Number((int)running.Clock);
        into.Text(running.Calendar);
        into.Number((int)running.Mode);
        into.Instant(running.From);
        into.Duration(running.RanBefore);
        into.Number(running.PausedAt is null ? 0 : 1);
        if (running.PausedAt is { } paused)
            into.Instant(paused);
    }

    private static RunningFact ReadRunning(ref PackedReader from) => new(
        (ClockName)from.Number(), from.Text(), (ClockMode)from.Number(), from.Instant(), from.Duration(),
        from.Number() == 0 ? null : from.Instant());

    private static void Write(PackedWriter into, SharedFacts shared, AmountFact amount)
    {
        if (!amount.IsSome)
            return;
        into.Amount(amount.Amount);
        into.Number(amount.Currency is { } currency ? shared.Currencies.NumberOf(currency) + 1 : 0);
    }

    private static MoneyFact ReadMoney(ref PackedReader from, SharedFacts shared, MoneyFact at) =>
        new(ReadAmount(ref from, shared, at.Pipeline.At), ReadAmount(ref from, shared, at.Won.At));

    private static AmountFact ReadAmount(ref PackedReader from, SharedFacts shared, Minute at) => at.IsNone ? default
        : new(at, from.Amount(), from.Number() is > 0 and var currency ? shared.Currencies[currency - 1] : null);
}
