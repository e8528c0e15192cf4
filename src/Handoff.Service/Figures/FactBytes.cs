using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Figures;
using Handoff.Leads;

namespace Handoff.Service.Figures;

/// <summary>
/// A piece of a book as bytes, some 40 a fact: instants as their distance from the reception, what facts have in common by its number.
/// Whoever changes what is written here raises <see cref="Shape"/>; then facts are made of rows again.
/// </summary>
internal static class FactBytes
{
    /// <summary>The version of this writing, and of what a fact is made of.</summary>
    public const int Shape = 2;

    /// <summary>A piece of a book.</summary>
    public static byte[] Write(FactBook book, int piece)
    {
        var facts = book.FactsOf(piece);
        var into = new PackedWriter(facts.Length * 64);
        into.Number(facts.Length);
        for (var at = 0; at < facts.Length; at++)
        {
            into.Id(book.IdAt((piece * FactBook.PieceSize) + at));
            Write(into, book, facts[at]);
        }

        return into.ToArray();
    }

    /// <summary>Adds the facts of a piece to a book that has what they have in common.</summary>
    public static void Read(FactBook book, ReadOnlySpan<byte> bytes)
    {
        var from = new PackedReader(bytes);
        for (var left = from.Number(); left > 0; left--)
        {
            var id = from.Id();
            book.Restore(id, ReadFact(ref from, book));
        }
    }

    private static void Write(PackedWriter into, FactBook book, in LeadFact lead)
    {
        into.Number(book.Traits.NumberOf(lead.Traits));
        into.Number(lead.Bits);
        into.Number(lead.ReceivedAt.Value);
        foreach (var at in (ReadOnlySpan<Minute>)
            [
                lead.QualifiedAt, lead.OfferedAt, lead.AcceptedAt, lead.ContactedAt, lead.FeedbackAt, lead.EndedAt, lead.OutcomeAt,
                lead.EndStandsFrom, lead.AskedAt,
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

        into.Number(lead.Running is null ? 0 : 1);
        if (lead.Running is { } running)
            Write(into, running);
        into.Number(lead.Charged is { } charged ? book.Charged.NumberOf(charged) + 1 : 0);
        into.Number(lead.End is { } end ? book.Ends.NumberOf(end) + 1 : 0);
        into.Number(lead.Money is null ? 0 : 1);
        if (lead.Money is { } money)
        {
            Write(into, money.Pipeline);
            Write(into, money.Won);
        }

        into.Number(lead.OpenToAcceptMinutes);
        into.Number(book.People.NumberOf(lead.Holder));
    }

    private static LeadFact ReadFact(ref PackedReader from, FactBook book)
    {
        var traits = book.Traits[from.Number()];
        var bits = from.Number();
        var received = new Minute(from.Number());
        return new LeadFact
        {
            Traits = traits,
            Bits = bits,
            ReceivedAt = received,
            QualifiedAt = from.Minute(received),
            OfferedAt = from.Minute(received),
            AcceptedAt = from.Minute(received),
            ContactedAt = from.Minute(received),
            FeedbackAt = from.Minute(received),
            EndedAt = from.Minute(received),
            OutcomeAt = from.Minute(received),
            EndStandsFrom = from.Minute(received),
            AskedAt = from.Minute(received),
            Accept = ReadClock(ref from, received),
            FirstContact = ReadClock(ref from, received),
            Feedback = ReadClock(ref from, received),
            Running = from.Number() == 0 ? null : ReadRunning(ref from),
            Charged = from.Number() is > 0 and var charged ? book.Charged[charged - 1] : null,
            End = from.Number() is > 0 and var end ? book.Ends[end - 1] : null,
            Money = from.Number() == 0 ? null : new(ReadAmount(ref from), ReadAmount(ref from)),
            OpenToAcceptMinutes = from.Number(),
            Holder = book.People[from.Number()],
        };
    }

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

    private static void Write(PackedWriter into, LeadAmount? amount)
    {
        into.Number(amount is null ? 0 : amount.Currency is null ? 1 : 2);
        if (amount is null)
            return;
        into.Instant(amount.At);
        into.Amount(amount.Amount);
        if (amount.Currency is { } currency)
            into.Text(currency);
    }

    private static LeadAmount? ReadAmount(ref PackedReader from) => from.Number() is > 0 and var form
        ? new(from.Instant(), from.Amount(), form == 2 ? from.Text() : null)
        : null;
}
