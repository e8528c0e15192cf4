using System.Globalization;
using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>
/// Says a choice in plain words (promise 5 and section 6): from the recorded choice alone, so that the ledger can say it later.
/// </summary>
public static class RoutingText
{
    /// <summary>
    /// Why this rep and why not the others, with the figures, in one or two English sentences that name everybody considered. Times are
    /// UTC.
    /// </summary>
    /// <param name="name">How a person is called.</param>
    public static string Explain(RoutingChoice choice, Func<PersonId, string> name) =>
        Explain(choice, name, Utc, Naming.None.In(Language.En));

    /// <summary>
    /// As <see cref="Explain(RoutingChoice, Func{PersonId, string})"/>, with times and in the language that the reader knows.
    /// </summary>
    /// <param name="name">How a person is called.</param>
    /// <param name="time">How a time is told, in that language.</param>
    /// <param name="names">What the reader calls teams, and the language of the sentences.</param>
    public static string Explain(RoutingChoice choice, Func<PersonId, string> name, Func<Instant, string> time, ReaderNames names) =>
        new Telling(choice, name, time, new RoutingWords(names.Language), names).Explain();

    private static string Utc(Instant at) => at.ToString("uuuu-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    // What every sentence needs: the choice, and how to say names, times and words.
    private sealed class Telling(
        RoutingChoice choice, Func<PersonId, string> name, Func<Instant, string> time, RoutingWords words, ReaderNames names)
    {
        public string Explain()
        {
            var eligible = choice.Considered.Where(one => one.Verdict == Verdict.Eligible).ToList();
            var others = choice.Considered.Where(one => one.Verdict is not (Verdict.Chosen or Verdict.Eligible)).ToList();
            var passedOver = string.Join(", ", others.Select(one => $"{name(one.Rep)} ({WhyNot(one)})"));
            if (choice.Chosen.IsEmpty)
            {
                return choice.KeptBy is { } keeper ? words.Kept(name(keeper), choice.KeptFrom is { } at ? time(at) : null, passedOver)
                    : others.Count == 0 ? words.NoReps(names.Team(choice.Team))
                    : words.Nobody(passedOver);
            }

            var chosen = choice.Considered.Where(one => one.Verdict == Verdict.Chosen).ToList();
            var sentence = choice switch
            {
                { ByExistingOwner: true } => ByOwner(chosen[0], eligible),
                { Strategy: Strategy.Claim } => ByClaim(chosen, eligible),
                _ when eligible.Count == 0 => words.Gets(name(chosen[0].Rep), OnShift(chosen[0], open: false)) + words.NobodyElse,
                { Strategy: Strategy.LeastLoaded } => ByLoad(chosen[0], eligible),
                _ => ByTurn(chosen[0], eligible),
            };
            return others.Count == 0 ? sentence + "." : $"{sentence}. {words.NotAsked(passedOver)}";
        }

        private string ByOwner(Considered owner, List<Considered> eligible) =>
            words.Gets(name(owner.Rep), OnShift(owner)) + words.AsOwner
            + (eligible.Count == 0 ? "" : words.AheadOf(Names(eligible)))
            + (choice.Cost == 0 ? "" : words.Pays(choice.Cost));

        private string ByClaim(List<Considered> asked, List<Considered> eligible)
        {
            var those = words.List(choice.Chosen.Select(name));
            return eligible.Count == 0
                ? words.CanClaim(those, OnShift(asked[0], open: false))
                : words.AreAsked(those, OnShift(asked[0]), asked.Count, Names(eligible));
        }

        private string ByLoad(Considered chosen, List<Considered> eligible)
        {
            var largest = LeastLoaded.Largest(eligible.Append(chosen).Select(one => one.Capacity));
            string Share(Considered one) => words.Share(one.Load, LeastLoaded.Measure(one.Capacity, one.Weight, largest));
            bool Ties(Considered one) =>
                one.Load * LeastLoaded.Measure(chosen.Capacity, chosen.Weight, largest)
                == chosen.Load * LeastLoaded.Measure(one.Capacity, one.Weight, largest);

            return words.Gets(name(chosen.Rep), OnShift(chosen)) + words.SmallestLoad(Share(chosen), Figures(eligible, Share))
                + (eligible.Exists(Ties) ? words.Waited : "");
        }

        private string ByTurn(Considered chosen, List<Considered> eligible)
        {
            static long Total(Considered one) => (long)one.CreditBefore + one.Weight;
            static string Sum(Considered one) =>
                string.Create(CultureInfo.InvariantCulture, $"{one.CreditBefore} + {one.Weight} = {Total(one)}");

            return words.Gets(name(chosen.Rep), OnShift(chosen)) + words.HighestCredit(Sum(chosen), Figures(eligible, Sum))
                + (eligible.Exists(one => Total(one) == Total(chosen)) ? words.Waited : "")
                + words.Pays(choice.Cost);
        }

        private string Names(List<Considered> those) => words.List(those.Select(one => name(one.Rep)));

        private string Figures(List<Considered> those, Func<Considered, string> figure) =>
            words.List(those.Select(one => words.ForWhom(figure(one), name(one.Rep))));

        // Open: the sentence goes on after it.
        private string OnShift(Considered chosen, bool open = true) =>
            choice.OnShiftNow || chosen.OnShiftAt is not { } at ? "" : $", {words.NextOnShift(time(at))}{(open ? "," : "")}";

        private string WhyNot(Considered one) => one.Verdict switch
        {
            Verdict.Absent => one.OnShiftAt is { } at ? words.AwayUntil(time(at)) : words.Away,
            Verdict.OffShift => one.OnShiftAt is { } at ? words.OffShiftUntil(time(at)) : words.OffShift,
            Verdict.AtCapacity => words.AtCapacity(one.Load, one.Capacity),
            Verdict.AtQuota => words.AtQuota(one.Quota?.Given, one.Quota?.PerDay, one.OnShiftAt is { } at ? time(at) : null),
            Verdict.OtherLanguage => words.OtherLanguage,
            Verdict.DeclinedOrLapsed => words.DeclinedOrLapsed,
            Verdict.HoldsItNow => words.HoldsItNow,
            Verdict.NotInStaff => words.NotInStaff,
            Verdict.Chosen or Verdict.Eligible or _ =>
                throw new ArgumentOutOfRangeException(nameof(one), one.Verdict, "Only who is not eligible has a reason."),
        };
    }
}
