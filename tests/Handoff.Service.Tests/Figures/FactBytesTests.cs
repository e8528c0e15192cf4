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
        var facts = new List<KeyValuePair<LeadId, LeadFact>>();
        for (var number = 0; number < 9_000; number++)
        {
            facts.Add(new(new(number % 50 == 0 ? $"lead-{number}" : NextGuid().ToString("N")), NextFact()));
            book.Put(facts[^1].Key, facts[^1].Value);
        }

        var read = Read(book);

        Assert.Equal((9_000, 3), (read.Count, read.PieceCount));
        AssertSame(facts, book);
        AssertSame(facts, read);

        // A fact of a lead that was read replaces what was read, and nothing beside it.
        var (lead, changed) = (facts[70].Key, facts[70].Value with { AcceptedAt = new(7) });
        read.Put(lead, changed);
        facts[70] = new(lead, changed);
        AssertSame(facts, read);
        Assert.Equal((false, true), (read.IsKept(0), read.IsKept(1)));
    }

    [Fact]
    public void A_book_has_the_last_fact_of_each_lead()
    {
        var book = new FactBook();
        var last = new OrderedDictionary<LeadId, LeadFact>();
        for (var turn = 0; turn < 5_000; turn++)
        {
            var (lead, fact) = (new LeadId($"lead-{_random.Next(300)}"), NextFact());
            book.Put(lead, fact);
            last[lead] = fact;
        }

        AssertSame(last, book);
        AssertSame(last, Read(book));
        Assert.True(Read(book).ReceivedFrom <= last.Values.Min(fact => fact.ReceivedAt).ToInstant());
    }

    [Theory]
    [InlineData(0, 300)]
    [InlineData(150_000, 64 + 64 + 64 + 44)]
    [InlineData(299_000, 64 + 44)]
    [InlineData(400_000, 64)]
    [InlineData(400_001, 0)]
    public void Facts_with_an_instant_at_or_after_one_are_found_and_blocks_without_are_passed_over(int from, int unpacked)
    {
        var book = new FactBook();
        var traits = NextFact().Traits;
        for (var number = 1; number <= 300; number++)
            book.Put(new($"lead-{number}"), new() { Traits = traits, ReceivedAt = new(1), QualifiedAt = new(number * 1_000) });
        book.Put(new("lead-4"), new() { Traits = traits, ReceivedAt = new(1), QualifiedAt = new(400_000) });
        var since = InstantsSince(Read(book), from);

        Assert.Equal(unpacked, since.Count);
        Assert.Equal(InstantsSince(book, from), since);
        Assert.Equal(InstantsSince(book, 0).Where(at => at >= from), since.Where(at => at >= from));
    }

    private static List<int> InstantsSince(FactBook book, int from)
    {
        var found = new List<int>();
        foreach (ref readonly var fact in book.FactsSince(new(from)))
            found.Add(fact.LastAt.Value);
        return found;
    }

    private static FactBook Read(FactBook book)
    {
        var read = FactBook.With(LedgerJson.ReadCommon(LedgerJson.Write(book.Common)), book.Count, book.ReceivedFrom);
        for (var piece = 0; piece < book.PieceCount; piece++)
            FactPieces.Read(read, FactPieces.Write(book, piece), $"piece-{piece}");
        return read;
    }

    private static void AssertSame(IEnumerable<KeyValuePair<LeadId, LeadFact>> expected, FactBook book)
    {
        var left = expected.GetEnumerator();
        var place = 0;
        foreach (ref readonly var fact in book.Facts)
        {
            Assert.True(left.MoveNext());
            Assert.Equal(left.Current, new(book.Leads[place++], fact));
            Assert.Equal(left.Current.Value.Traits, fact.Traits);
        }

        Assert.False(left.MoveNext());
    }

    [Fact]
    public void Days_tell_which_periods_have_changed()
    {
        var book = new FactBook();
        var period = FigurePeriod.Of(Handoff.Agreements.Period.Month, new(2026, 11, 1), DateTimeZone.Utc, 1);
        var lead = new LeadId("one");
        var fact = NextFact() with
        {
            QualifiedAt = Minute.Of(period.Start), EndedAt = default, OutcomeAt = default, Money = default,
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
            AskedAt = NextMinute(),
            Accept = NextClock(),
            FirstContact = NextClock(),
            Feedback = NextClock(),
            Running = Is() ? null : new(
                NextOf<ClockName>(), Next("office", "notte"), NextOf<ClockMode>(), NextInstant(),
                Duration.FromNanoseconds(_random.NextInt64(1L << 50)), Is() ? null : NextInstant()),
            Charged = Is() ? null : new(NextPerson(), NextPerson(), NextPerson()),
            End = Is() ? null : new(Next("not_a_fit", "budget"), NextOf<ReasonEffect>(), NextOf<Fault>()),
            Money = new(NextAmount(), NextAmount()),
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

    private AmountFact NextAmount() => Is() ? default
        : new(new(1 + _random.Next(20_000_000)), new decimal(_random.Next(), _random.Next(), 0, Is(), 2), Is() ? null : "EUR");

    private Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
