using System.Collections.Immutable;
using CsCheck;
using Handoff.Agreements;
using Handoff.Agreements.Words;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Tests.Leads;
using NodaTime;
using Xunit;

namespace Handoff.Tests.AgreementWords;

/// <summary>A difference is empty exactly if both versions mean the same.</summary>
public sealed class AgreementDifferenceProperties
{
    private static readonly Gen<Condition> AnyCondition = OneOf(
        Condition.Always,
        new([new FieldTest.OneOf("form", ["demo", "pricing"])]),
        new([new FieldTest.OneOf("form", ["Pricing", "demo"])]),
        new([new FieldTest.Contains("form", ["demo"])]),
        new([new FieldTest.Between("score", 50, null), new FieldTest.InList("email_domain", "partners")]),
        new([new FieldTest.InList("email_domain", "partners"), new FieldTest.Between("score", 50.0m, null)]),
        new([new FieldTest.NotInList("email_domain", "partners"), new FieldTest.Between("score", null, 50)]));

    private static readonly Gen<ClockTerms> AnyClock =
        from within in OneOf("5m", "60m", "1h", "24h", "1d", "2d")
        from ladder in OneOf("fast", "slow")
        from mode in Gen.Enum<ClockMode>()
        select new ClockTerms(Within.TryParse(within, out var length) ? length : default, ladder, mode);

    private static readonly Gen<ScoreRule> AnyRule =
        from points in Gen.Int[-1, 2]
        from condition in AnyCondition
        from italian in OneOf("perché sì", "perché no")
        select new ScoreRule(points, "because", condition)
        {
            Says = ImmutableDictionary<Language, string>.Empty.Add(Language.En, "because").Add(Language.It, italian),
        };

    private static readonly Gen<Ladder> AnyLadder =
        from name in OneOf("fast", "slow")
        from rungs in Gen.Select(OneOf(50, 100), Gen.Bool, OneOf<AlertTarget?>(null, AlertTarget.Manager, AlertTarget.Director))
            .Select((at, remind, alert) => new Rung(at, remind, alert, !remind && alert is null)).Array[1, 2]
        select new Ladder(name, [.. rungs.DistinctBy(rung => rung.At).OrderBy(rung => rung.At)]);

    private static readonly Gen<Reason> AnyReason =
        from code in OneOf("spam", "not_now")
        from then in Gen.Enum<ReasonEffect>()
        from fault in Gen.Enum<Fault>()
        from says in OneOf("Spam", "Junk")
        select new Reason(code, then, fault, ImmutableDictionary<Language, string>.Empty.Add(Language.It, says));

    private static readonly Gen<Commitment> AnyCommitment =
        from side in Gen.Enum<Side>()
        from metric in OneOf("completeness", "email_open_rate")
        from figure in OneOf(80m, 80.0m, 90m)
        from isPercent in Gen.Bool
        from per in Gen.Enum<Handoff.Agreements.Period>()
        from reported in Gen.Bool
        from isMost in Gen.Bool
        select new Commitment(side, metric, figure, isPercent, per, reported) { IsMost = isMost };

    private static readonly Gen<FigureTerms> AnyFigures =
        from starts in OneOf(1, 4)
        from days in OneOf(30, 60)
        from attribution in Gen.Enum<Attribution>()
        from isLate in Gen.Bool
        from named in Gen.Bool
        from pace in OneOf(null, "office")
        select new FigureTerms
        {
            YearStarts = starts,
            CountsAgainAfterDays = days,
            Attribution = attribution,
            ExcludesLateLeads = isLate,
            NamesPeople = named,
            PaceCalendar = pace,
        };

    /// <summary>Changes that touch one word of one thing: what is nearly the same is told apart too.</summary>
    private static readonly Gen<Func<Agreement, Agreement>> SmallEdit = Gen.OneOf(
        Edit(AnyRule, (it, rule) => WithRules(it, first => first with { Points = rule.Points })),
        Edit(AnyRule, (it, rule) => WithRules(it, first => first with { Says = rule.Says })),
        Edit(AnyRule, (it, rule) => WithRules(it, first => first with { When = rule.When })),
        Edit(AnyReason, (it, other) => WithReasons(it, first => first with { Fault = other.Fault })),
        Edit(AnyReason, (it, other) => WithReasons(it, first => first with { Then = other.Then })),
        Edit(AnyReason, (it, other) => WithReasons(it, first => first with { Says = other.Says })),
        Edit(AnyCommitment, (it, other) => WithCommitments(it, first => first with { AtLeast = other.AtLeast })),
        Edit(AnyCommitment, (it, other) => WithCommitments(it, first => first with { IsPercent = other.IsPercent })),
        Edit(AnyCommitment, (it, other) => WithCommitments(it, first => first with { Reported = other.Reported })),
        Edit(AnyCommitment, (it, other) => WithCommitments(it, first => first with { By = other.By })),
        Edit(AnyCommitment, (it, other) => WithCommitments(it, first => first with { IsMost = other.IsMost })),
        Edit(AnyClock, (it, other) => WithTier(it, clock => clock with { Within = other.Within })),
        Edit(AnyClock, (it, other) => WithTier(it, clock => clock with { Mode = other.Mode })),
        Edit(AnyClock, (it, other) => WithTier(it, clock => clock with { Ladder = other.Ladder })));

    private static readonly Gen<Func<Agreement, Agreement>> AnyEdit = Gen.OneOf(
        Edit(Gen.Int[40, 41], (it, points) => it with { Qualification = it.Qualification with { QualifiedAt = points } }),
        Edit(AnyRule.Array[0, 3], (it, rules) => it with { Qualification = it.Qualification with { Rules = [.. rules] } }),
        Edit(
            Gen.Shuffle(new[] { "email", "name", "company" }).Select(all => all[..2]),
            (it, fields) => it with { Qualification = it.Qualification with { CompleteWith = [.. fields] } }),
        Edit(
            Gen.Select(Gen.Int[0, 2], AnyClock, AnyCondition),
            (it, one) =>
                it with { Tiers = it.Tiers.SetItem(one.Item1, it.Tiers[one.Item1] with { Accept = one.Item2, When = one.Item3 }) }),
        Edit(
            Gen.Select(Gen.Int[0, 3], AnyClock),
            (it, one) => it with
            {
                Tiers = First(it.Tiers, tier => one.Item1 switch
                {
                    0 => tier with { Outcome = null },
                    1 => tier with { Outcome = one.Item2 },
                    2 => tier with { Confirm = null },
                    _ => tier with { Confirm = one.Item2 },
                }),
            }),
        Edit(Gen.Bool, (it, turn) => turn ? it with { Tiers = [.. it.Tiers.Reverse()] } : it),
        Edit(AnyLadder, (it, ladder) => it with { Ladders = it.Ladders.SetItem(ladder.Name, ladder) }),
        Edit(AnyReason.Array[0, 2], (it, reasons) => it with { Reasons = [.. reasons.DistinctBy(reason => reason.Code)] }),
        Edit(AnyCommitment.Array[0, 3], (it, commitments) => it with { Commitments = [.. commitments] }),
        Edit(
            OneOf("0 9 * * MON", "00 9 * * 1", "0 9 * * TUE", "0 9 1 * *", "*/5 9 * * *"),
            (it, cron) => it with { Alignment = new(null, new(cron, 30, [Side.Sales])) }),
        Edit(AnyFigures, (it, figures) => it with { Figures = figures }),
        Edit(Gen.Int[5, 6], (it, minutes) => it with { Alerts = new(Duration.FromMinutes(minutes), 50) }),
        Edit(
            Gen.Shuffle(Enum.GetValues<ContactWay>()).Select(all => all[..3]), (it, ways) => it with { ContactCounts = [.. ways] }),
        Edit(OneOf("a", "b").Array[1, 2], (it, names) =>
            it with { Dimensions = [.. names.Distinct().Select(name => new Dimension(name, null))] }),
        Edit(
            OneOf("x.example", "X.example", "y.example").Array[0, 2],
            (it, values) =>
                it with { Lists = it.Lists.SetItem("partners", ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase, values)) }),
        Edit(OneOf("2026-12", "2027-01"), (it, version) => it with { Version = version }),
        SmallEdit, SmallEdit, SmallEdit, SmallEdit, SmallEdit);

    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    public void A_difference_is_empty_exactly_if_both_versions_mean_the_same(string tag) =>
        Gen.Select(AnyEdit.Array[0, 8], AnyEdit.Array[0, 4], AnyEdit.Array[0, 2]).Sample((shared, one, other) =>
        {
            var start = shared.Aggregate(Agreed.By(Agreed.Ladders, Agreed.Tiers(ClockMode.Business)), (it, edit) => edit(it));
            var (before, after) = (one.Aggregate(start, (it, edit) => edit(it)), other.Aggregate(start, (it, edit) => edit(it)));

            var changes = new AgreementDifference((Language)tag).Between(Terms(before, (Language)tag), Terms(after, (Language)tag));

            return changes.IsEmpty == (Meaning(before) == Meaning(after));
        }, iter: 3_000);

    [Fact]
    public void A_difference_names_no_value_that_stays() =>
        Gen.Select(AnyEdit.Array[0, 8], AnyEdit.Array[0, 4]).Sample((one, other) =>
        {
            var start = Agreed.By(Agreed.Ladders, Agreed.Tiers(ClockMode.Business));
            var (before, after) = (one.Aggregate(start, (it, edit) => edit(it)), other.Aggregate(start, (it, edit) => edit(it)));
            var (old, current) = (Terms(before, Language.En), Terms(after, Language.En));
            var same = old.Select(term => (term.Key, term.Meaning)).Intersect(current.Select(term => (term.Key, term.Meaning))).ToHashSet();

            var changes = new AgreementDifference(Language.En).Between(old, current).Select(change => change.Says).ToList();

            var elsewhere = old.Concat(current).Where(term => !same.Contains((term.Key, term.Meaning))).Select(term => term.About + ": ");
            Assert.All(changes, says =>
                Assert.True(elsewhere.Any(about => says.StartsWith(about, StringComparison.Ordinal)), says));
        });

    private static Agreement WithRules(Agreement it, Func<ScoreRule, ScoreRule> edit) =>
        it with { Qualification = it.Qualification with { Rules = First(it.Qualification.Rules, edit) } };

    private static Agreement WithReasons(Agreement it, Func<Reason, Reason> edit) => it with { Reasons = First(it.Reasons, edit) };

    private static Agreement WithCommitments(Agreement it, Func<Commitment, Commitment> edit) =>
        it with { Commitments = First(it.Commitments, edit) };

    private static Agreement WithTier(Agreement it, Func<ClockTerms, ClockTerms> edit) =>
        it with { Tiers = First(it.Tiers, tier => tier with { Accept = edit(tier.Accept) }) };

    private static ImmutableArray<T> First<T>(ImmutableArray<T> all, Func<T, T> edit) => all.IsEmpty ? all : all.SetItem(0, edit(all[0]));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Gen<Func<Agreement, Agreement>> Edit<T>(Gen<T> value, Func<Agreement, T, Agreement> edit) =>
        value.Select(one => new Func<Agreement, Agreement>(agreement => edit(agreement, one)));

    private static ImmutableArray<AgreementTerm> Terms(Agreement agreement, Language language) =>
        AgreementTerms.Of(agreement, null, person => person.ToString(), new LocalDate(2026, 11, 28), Naming.None.In(language));

    /// <summary>
    /// What an agreement means, written down anew: lists whose order says nothing are sorted, and what reads alike is written alike.
    /// </summary>
    private static string Meaning(Agreement it) => string.Join('\n',
    [
        $"{it.Qualification.QualifiedAt}", Sorted(it.Qualification.CompleteWith),
        Sorted(it.Qualification.Rules.Select(rule => $"{rule.Points} {Meaning(rule.When)} {rule.In(Language.En)} {rule.In(Language.It)}")),
        .. it.Tiers.Select(
            tier => $"{tier.Name} {Meaning(tier.When)} {Meaning(tier.Accept)} {Meaning(tier.FirstContact)} {Meaning(tier.Feedback)} "
                + $"{Meaning(tier.Outcome)} {Meaning(tier.Confirm)}"),
        Sorted(it.Ladders.Values.Select(ladder => $"{ladder.Name} {string.Join(' ', ladder.Rungs)}")),
        Sorted(it.Reasons.Select(
            reason => $"{reason.Code} {reason.Then} {reason.Fault} {string.Join('/', reason.Says.OrderBy(one => one.Key))}")),
        Sorted(it.Commitments.Select(
            one => $"{one.By} {one.Metric} {one.IsMost} {one.AtLeast:G29} {one.IsPercent} {one.Per} {one.Reported}")),
        $"{it.Figures}",
        it.Alignment?.Meeting?.Every.Replace("00 9", "0 9", StringComparison.Ordinal).Replace("* 1", "* MON", StringComparison.Ordinal)
            ?? "none",
        $"{it.Alerts}", Sorted(it.ContactCounts.Select(way => $"{way}")), Sorted(it.Dimensions.Select(one => one.Name)),
        Sorted(it.Lists.Select(list => $"{list.Key} {Sorted(list.Value.Select(value => value.ToUpperInvariant()))}")),
    ]);

    private static string Meaning(Condition condition) => Sorted(condition.Tests.Select(test => test switch
    {
        FieldTest.OneOf one => $"{one.Field} one {Sorted(one.Values.Select(value => value.ToUpperInvariant()))}",
        FieldTest.Contains one => $"{one.Field} has {Sorted(one.Texts)}",
        FieldTest.Between one => $"{one.Field} {one.AtLeast:G29} {one.AtMost:G29}",
        _ => $"{test}",
    }));

    private static string Meaning(ClockTerms? terms) => terms is null ? "none" : $"{terms.Within} {terms.Ladder} {terms.Mode}";

    private static string Sorted(IEnumerable<string> all) => string.Join(',', all.Order(StringComparer.Ordinal));
}
