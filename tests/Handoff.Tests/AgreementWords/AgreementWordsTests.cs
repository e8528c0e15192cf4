using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Agreements.Words;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.AgreementWords;

/// <summary>The agreement as both heads read it, and what differs between two versions of it.</summary>
public sealed class AgreementWordsTests
{
    private static readonly Condition DemoOrPricing = new([new FieldTest.OneOf("form", ["demo", "pricing"])]);

    private static readonly Agreement Sample = Agreed.By(Agreed.Ladders, Agreed.Tiers(ClockMode.Business)) with
    {
        Qualification = new()
        {
            QualifiedAt = 40,
            CompleteWith = ["email", "company"],
            Rules = [new(60, "asked for a demo", DemoOrPricing),
                new(-100, "student", new([new FieldTest.Contains("job_title", ["student"])]))],
        },
        Commitments =
        [
            new(Side.Marketing, "qualified_leads", 1200, false, Handoff.Agreements.Period.Month, false),
            new(Side.Sales, "accepted_in_time", 90, true, Handoff.Agreements.Period.Week, false),
        ],
        Alignment = new(new("30 8 * * MON", null, [Side.Marketing, Side.Sales]), new("0 10 * * TUE#1", 45, [Side.Sales])),
    };

    [Theory]
    [InlineData("en", "Marketing owes each month, qualified leads: at least 1,200")]
    [InlineData("en", "Sales owes each week, share accepted in time: at least 90 %")]
    [InlineData("en", "A lead is qualified from: 40 points")]
    [InlineData("en", "Points if the form is demo or pricing: +60, asked for a demo")]
    [InlineData("en", "Points if the job title contains student: -100, student")]
    [InlineData("en", "A complete lead has: the e-mail address and the company")]
    [InlineData("en", "The accept clock of hot leads: 5 minutes; ladder “fast”")]
    [InlineData("en", "The first-contact clock of standard leads: 3 working days; ladder “normal”")]
    [InlineData("en", "Ladder “fast”, at 150 % of the clock: the lead goes to the next rep and the manager is alerted")]
    [InlineData("en", "Reason “not_a_fit”: the lead goes back to marketing; it counts against marketing")]
    [InlineData("en", "The report goes out: every Monday at 08:30, marketing and sales")]
    [InlineData("en", "The two teams meet: on the first Tuesday of the month at 10:00, 45 minutes, sales")]
    [InlineData("it", "Il marketing deve ogni mese, lead qualificati: almeno 1.200")]
    [InlineData("it", "Punti se il modulo è demo o pricing: +60, asked for a demo")]
    [InlineData("it", "Il tempo per accettare i lead di fascia hot: 5 minuti; scala «fast»")]
    [InlineData("it", "Scala «fast», al 150 % del tempo: il lead passa alla persona successiva e il responsabile è avvisato")]
    [InlineData("it", "I due team si incontrano: il primo martedì del mese alle 10:00, 45 minuti, le vendite")]
    public void Each_thing_agreed_is_one_sentence(string tag, string sentence) =>
        Assert.Contains(sentence, Terms(Sample, (Language)tag).Select(term => $"{term.About}: {term.Reads}"));

    [Theory]
    [InlineData(
        "en",
        "The hours “split”: Monday to Thursday 09:00–13:00 and 14:00–18:00; Friday 09:00–13:00 and 14:00–17:00 (times of Europe/Rome)")]
    [InlineData(
        "en", "In the year ahead “split” is closed on: 8 December 2026, 24 December 2026–25 December 2026 and 1 January 2027")]
    [InlineData("en", "The hours “always”: always open")]
    [InlineData("it", "L'orario «desk»: da lunedì a venerdì 16:00–00:30; sabato 09:00–24:00 (orari di Europe/Rome)")]
    public void Hours_are_told_by_days_that_are_alike(string tag, string sentence)
    {
        var language = (Language)tag;
        var desk = BusinessCalendar.Create(
            "desk", Calendars.Given.Rome, Calendars.Given.Hours("mon-fri 16:00-00:30", "sat-sat 09:00-24:00"), [], [], []);
        var staff = new Staff
        {
            Teams = [],
            People = ImmutableDictionary<PersonId, Person>.Empty,
            Calendars = new[] { Calendars.Given.SplitOffice, desk, Calendars.Given.Always }.ToImmutableDictionary(one => one.Name),
        };

        var terms = AgreementTerms.Of(Sample, staff, Name, new(2026, 11, 28), Naming.None.In(language));

        Assert.Contains(sentence, terms.Select(term => $"{term.About}: {term.Says}"));
    }

    public static TheoryData<Language, string, Func<Agreement, Agreement>> Changes => new()
    {
        { Language.En, "The accept clock of hot leads: 5 minutes, was 10 minutes.", it => WithHot(it, "10m", ClockMode.Business) },
        {
            Language.It, "Il tempo per accettare i lead di fascia hot: 5 minuti, prima 10 minuti.",
            it => WithHot(it, "10m", ClockMode.Business)
        },
        {
            Language.En, "The accept clock of hot leads counts: nothing is said any more; was open or closed alike.",
            it => WithHot(it, "5m", ClockMode.Elapsed)
        },
        {
            Language.En, "A complete lead has: now also the company, no longer the country.",
            it => it with { Qualification = it.Qualification with { CompleteWith = ["country", "email"] } }
        },
        {
            Language.En, "Points if the form is demo or pricing: +60, asked for a demo, was +50, asked for a demo.",
            it => it with { Qualification =
                it.Qualification with { Rules = [it.Qualification.Rules[0] with { Points = 50 }, it.Qualification.Rules[1]] } }
        },
        {
            Language.En, "Sales owes each week, share accepted in time: at least 90 %; nothing was said before.",
            it => it with { Commitments = [it.Commitments[0]] }
        },
        {
            Language.En, "Tiers, of which the first that fits counts: hot, warm, standard, was warm, hot, standard.",
            it => it with { Tiers = [it.Tiers[1], it.Tiers[0], it.Tiers[2]] }
        },
        {
            Language.It, "Il motivo spam in inglese: non è più detto nulla; prima «Rubbish».",
            it => it with { Reasons =
                [.. it.Reasons.Select(one => one.Code == "spam" ? one with { Says = one.Says.Add(Language.En, "Rubbish") } : one)] }
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_difference_tells_what_is_so_and_what_was(Language language, string sentence, Func<Agreement, Agreement> before)
    {
        var changes = new AgreementDifference(language).Between(Terms(before(Sample), language), Terms(Sample, language));

        Assert.Contains(sentence, changes.Select(change => change.Says));
    }

    [Fact]
    public void A_version_with_another_name_and_another_order_of_its_lists_differs_in_nothing()
    {
        var again = Sample with
        {
            Version = "2026-12",
            Qualification = Sample.Qualification with
            {
                Rules = [.. Sample.Qualification.Rules.Reverse()],
                CompleteWith = ["company", "email"],
            },
            Commitments = [.. Sample.Commitments.Reverse()],
            Reasons = [.. Sample.Reasons.Reverse()],
        };

        Assert.Empty(new AgreementDifference(Language.En).Between(Terms(Sample, Language.En), Terms(again, Language.En)));
    }

    private static Agreement WithHot(Agreement agreement, string accept, ClockMode mode)
    {
        Assert.True(Within.TryParse(accept, out var within));
        return agreement with { Tiers = agreement.Tiers.SetItem(0, agreement.Tiers[0] with { Accept = new(within, "fast", mode) }) };
    }

    private static ImmutableArray<AgreementTerm> Terms(Agreement agreement, Language language) =>
        AgreementTerms.Of(agreement, null, Name, new LocalDate(2026, 11, 28), Naming.None.In(language));

    private static string Name(PersonId person) => person.ToString();
}
