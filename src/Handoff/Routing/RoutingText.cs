using System.Globalization;
using Handoff.People;
using NodaTime;

namespace Handoff.Routing;

/// <summary>
/// Says a choice in plain English (DESIGN promise 5 and section 6): from the recorded choice alone, so that the ledger can say it later.
/// </summary>
public static class RoutingText
{
    /// <summary>Why this rep and why not the others, with the figures, in one or two sentences that name everybody considered. Times are UTC.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="name">How a person is called.</param>
    public static string Explain(RoutingChoice choice, Func<PersonId, string> name) => Explain(choice, name, Utc);

    /// <summary>As <see cref="Explain(RoutingChoice, Func{PersonId, string})"/>, with times as the reader knows them.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="name">How a person is called.</param>
    /// <param name="time">How a time is told.</param>
    public static string Explain(RoutingChoice choice, Func<PersonId, string> name, Func<Instant, string> time)
    {
        var eligible = choice.Considered.Where(one => one.Verdict == Verdict.Eligible).ToList();
        var others = choice.Considered.Where(one => one.Verdict is not (Verdict.Chosen or Verdict.Eligible)).ToList();
        var passedOver = string.Join(", ", others.Select(one => $"{name(one.Rep)} ({WhyNot(one, time)})"));
        if (choice.Chosen.IsEmpty)
            return others.Count == 0 ? $"Nobody can take the lead: the team {choice.Team} has no reps." : $"Nobody can take the lead: {passedOver}.";

        var chosen = choice.Considered.Where(one => one.Verdict == Verdict.Chosen).ToList();
        var sentence = choice switch
        {
            { ByExistingOwner: true } => ByOwner(choice, chosen[0], eligible, name, time),
            { Strategy: Strategy.Claim } => ByClaim(choice, chosen, eligible, name, time),
            _ when eligible.Count == 0 => $"{name(chosen[0].Rep)} gets the lead{OnShift(choice, chosen[0], time).TrimEnd(',')}: nobody else can take it",
            { Strategy: Strategy.LeastLoaded } => ByLoad(choice, chosen[0], eligible, name, time),
            _ => ByTurn(choice, chosen[0], eligible, name, time),
        };
        return others.Count == 0 ? sentence + "." : $"{sentence}. Not asked: {passedOver}.";
    }

    private static string ByOwner(RoutingChoice choice, Considered owner, List<Considered> eligible, Func<PersonId, string> name, Func<Instant, string> time)
    {
        var cost = choice.Cost == 0 ? "" : Invariant($", and pays {choice.Cost} credits for it");
        var ahead = eligible.Count == 0 ? "" : $", ahead of {List(eligible.Select(one => name(one.Rep)))}";
        return $"{name(owner.Rep)} gets the lead{OnShift(choice, owner, time)} as the company's existing owner{ahead}{cost}";
    }

    private static string ByClaim(RoutingChoice choice, List<Considered> asked, List<Considered> eligible, Func<PersonId, string> name, Func<Instant, string> time)
    {
        var those = choice.Chosen.Select(name);
        if (eligible.Count == 0)
            return $"{List(those)} can take the lead{OnShift(choice, asked[0], time).TrimEnd(',')}: the first to accept has it";
        return $"{List(those)} are asked{OnShift(choice, asked[0], time)} and the first to accept has the lead: "
            + Invariant($"an offer names {asked.Count} at most, and ")
            + $"{List(eligible.Select(one => name(one.Rep)))} come later in the rota";
    }

    private static string ByLoad(RoutingChoice choice, Considered chosen, List<Considered> eligible, Func<PersonId, string> name, Func<Instant, string> time)
    {
        var largest = LeastLoaded.Largest(eligible.Append(chosen).Select(one => one.Capacity));
        string Share(Considered one) => Invariant($"{one.Load} of {LeastLoaded.Measure(one.Capacity, one.Weight, largest)}");
        bool Ties(Considered one) =>
            one.Load * LeastLoaded.Measure(chosen.Capacity, chosen.Weight, largest)
            == chosen.Load * LeastLoaded.Measure(one.Capacity, one.Weight, largest);

        var against = List(eligible.Select(one => $"{Share(one)} for {name(one.Rep)}"));
        return $"{name(chosen.Rep)} gets the lead{OnShift(choice, chosen, time)} with the smallest load, {Share(chosen)} against {against}"
            + (eligible.Exists(Ties) ? Waited : "");
    }

    private static string ByTurn(RoutingChoice choice, Considered chosen, List<Considered> eligible, Func<PersonId, string> name, Func<Instant, string> time)
    {
        static long Total(Considered one) => (long)one.CreditBefore + one.Weight;
        static string Sum(Considered one) => Invariant($"{one.CreditBefore} + {one.Weight} = {Total(one)}");

        var against = List(eligible.Select(one => $"{Sum(one)} for {name(one.Rep)}"));
        return $"{name(chosen.Rep)} gets the lead{OnShift(choice, chosen, time)} with the highest credit plus weight, {Sum(chosen)} against {against}"
            + (eligible.Exists(one => Total(one) == Total(chosen)) ? Waited : "")
            + Invariant($", and pays {choice.Cost} credits for it");
    }

    private const string Waited = " (of equals, who waited longest, then who stands first)";

    private static string OnShift(RoutingChoice choice, Considered chosen, Func<Instant, string> time) =>
        choice.OnShiftNow || chosen.OnShiftAt is not { } at ? "" : $", next on shift at {time(at)},";

    private static string WhyNot(Considered one, Func<Instant, string> time) => one.Verdict switch
    {
        Verdict.Absent => one.OnShiftAt is { } at ? $"away, next on shift at {time(at)}" : "away",
        Verdict.OffShift => one.OnShiftAt is { } at ? $"off shift until {time(at)}" : "off shift",
        Verdict.AtCapacity => Invariant($"at capacity with {one.Load} of {one.Capacity}"),
        Verdict.OtherLanguage => "does not speak the lead's language",
        Verdict.DeclinedOrLapsed => "has declined it or let it lapse",
        Verdict.HoldsItNow => "holds it now",
        Verdict.NotInStaff => "takes no leads any more",
        Verdict.Chosen or Verdict.Eligible or _ => throw new ArgumentOutOfRangeException(nameof(one), one.Verdict, "Only who is not eligible has a reason."),
    };

    private static string Utc(Instant at) => at.ToString("uuuu-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }
}
