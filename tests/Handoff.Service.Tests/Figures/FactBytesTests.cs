using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Figures;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Figures;
using Handoff.Service.Serialization;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.Figures;

/// <summary>Facts are read as they were written, whatever they say.</summary>
public sealed class FactBytesTests
{
    private readonly Random _random = new(19);

    [Fact]
    public void A_book_is_read_as_it_was_written()
    {
        var book = new FactBook();
        for (var lead = 0; lead < 9_000; lead++)
            book.Put(new(lead % 50 == 0 ? $"lead-{lead}" : NextGuid().ToString("N")), NextFact());

        var head = LedgerJson.ReadCommon(LedgerJson.Write(book.Common));
        var read = FactBook.With(head, book.Count);
        for (var piece = 0; piece < book.PieceCount; piece++)
            FactBytes.Read(read, FactBytes.Write(book, piece));

        Assert.Equal((9_000, 3), (read.Count, read.PieceCount));
        for (var place = 0; place < book.Count; place++)
        {
            Assert.Equal(book.LeadAt(place), read.LeadAt(place));
            Assert.Equal(book.At(place), read.At(place));
            Assert.Same(read.Traits.Of(book.At(place).Traits), read.At(place).Traits);
        }

        // A fact of a lead that was read replaces what was read.
        var changed = book.At(5) with { AcceptedAt = new(7) };
        read.Put(read.LeadAt(5), changed);
        Assert.Equal((9_000, changed, false, true), (read.Count, read.At(5), IsKept(read, 0), IsKept(read, 1)));

        static bool IsKept(FactBook book, int piece)
        {
            if (book.NameOf(piece) is null)
                book.Keep(piece, "name", version: 0);
            return book.IsKept(piece);
        }
    }

    [Fact]
    public void Days_tell_which_periods_have_changed()
    {
        var book = new FactBook();
        var period = FigurePeriod.Of(Handoff.Agreements.Period.Month, new(2026, 11, 1), DateTimeZone.Utc, 1);
        var lead = new LeadId("one");
        var fact = NextFact() with
        {
            QualifiedAt = Minute.Of(period.Start), EndedAt = default, OutcomeAt = default, Money = null,
            Accept = default, FirstContact = default, Feedback = default,
        };
        book.Put(lead, fact);
        var before = book.Version;
        Assert.False(book.Days.HaveChanged(period, before));
        Assert.True(book.Days.HaveChanged(period, before - 1));

        book.Put(lead, fact);
        Assert.False(book.Days.HaveChanged(period, before));
        book.Put(new("other"), fact with { QualifiedAt = Minute.Of(period.End + Duration.FromDays(2)) });
        Assert.False(book.Days.HaveChanged(period, before));
        book.Put(new("third"), fact with
        {
            QualifiedAt = Minute.Of(period.Start - Duration.FromDays(9)),
            Accept = new(ClockState.Running, Minute.Of(period.End - Duration.FromMinutes(1)), isMet: false, ran: 0),
        });
        Assert.True(book.Days.HaveChanged(period, before));
    }

    private LeadFact NextFact()
    {
        var received = new Minute(1 + _random.Next(20_000_000));
        return new()
        {
            Traits = new()
            {
                Source = Next("web", "fair"), Team = Next("italy", "world"), Tier = Next("hot", "warm"), Agreement = Next("1", "2"),
                Country = Next("IT", "none"),
                Dimensions = ImmutableSortedDictionary<string, string>.Empty.Add("campaign", Next("spring", "à la mode")),
            },
            Bits = _random.Next(1 << 14),
            ReceivedAt = received,
            QualifiedAt = NextMinute(),
            OfferedAt = NextMinute(),
            AcceptedAt = NextMinute(),
            ContactedAt = NextMinute(),
            FeedbackAt = NextMinute(),
            EndedAt = NextMinute(),
            OutcomeAt = NextMinute(),
            EndStandsFrom = NextMinute(),
            Accept = NextClock(),
            FirstContact = NextClock(),
            Feedback = NextClock(),
            Running = Is() ? null : new(
                NextOf<ClockName>(), Next("office", "notte"), NextOf<ClockMode>(), NextInstant(),
                Duration.FromNanoseconds(_random.NextInt64(1L << 50)), Is() ? null : NextInstant()),
            Charged = Is() ? null : new(NextPerson(), NextPerson(), NextPerson()),
            End = Is() ? null : new(Next("not_a_fit", "budget"), NextOf<ReasonEffect>(), NextOf<Fault>()),
            Money = Is() ? null : new(NextAmount(), NextAmount()),
            OpenToAcceptMinutes = _random.Next(1 << 20),
            Holder = NextPerson(),
        };
    }

    private bool Is() => _random.Next(2) == 0;

    private string Next(string one, string other) => Is() ? one : other;

    private PersonId NextPerson() => Is() ? PersonId.Nobody : new(Next("anna", "bruno"));

    private T NextOf<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private Minute NextMinute() => new(_random.Next(3) switch
    {
        0 => 0,
        1 => 1 + _random.Next(100),
        _ => 1 + _random.Next(20_000_000),
    });

    private ClockFact NextClock() => Is() ? default : new(NextOf<ClockState>(), NextMinute(), Is(), _random.Next(1 << 20));

    private Instant NextInstant() => NodaConstants.UnixEpoch + Duration.FromNanoseconds(_random.NextInt64(1L << 60));

    private LeadAmount? NextAmount() =>
        Is() ? null : new(NextInstant(), new decimal(_random.Next(), _random.Next(), 0, Is(), 2), Is() ? null : "EUR");

    private Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
