using static System.FormattableString;
using static Handoff.Leads.Story.StoryText;

namespace Handoff.Leads.Story;

/// <summary>What falls due on the way of a clock: its rungs, its breach, the alerts after the last rung.</summary>
internal static class LadderStory
{
    private const int MostCharged = 5;

    public static string Breached(ClockBreached it, StoryReader reader)
    {
        var late = it.At - it.Due;
        var recorded = late < NodaTime.Duration.FromSeconds(1) ? "" : $" (recorded {Lateness(late)})";
        var charges = it.Charges.Take(MostCharged).Select(charge => Charged(charge, reader)).ToList();
        if (it.Charges.Length > MostCharged)
            charges.Add(Rest(it));
        return $"The {StoryWords.Clock(it.Clock)} was breached at {reader.At(it.Due)}{recorded}; charged to {string.Join(", ", charges)}.";
    }

    public static string Passed(RungPassed it, StoryReader reader)
    {
        var overtaken = it.Overtaken ? ", but what it was to do was no longer needed" : "";
        var again = it.RepeatAt is { } at ? $"; its alert is repeated {reader.At(at)} unless somebody acts" : "";
        return Invariant($"{it.Percent} % of the {StoryWords.Clock(it.Clock)} passed ")
            + $"(due {reader.At(it.DueAt, it.At)}, carried out {Lateness(it.At - it.DueAt)}){overtaken}{again}.";
    }

    public static string Repeated(AlertRepeated it, StoryReader reader) =>
        $"The last alert of the {StoryWords.Clock(it.Clock)} was repeated "
        + $"(due {reader.At(it.DueAt, it.At)}, carried out {Lateness(it.At - it.DueAt)}), and is again {reader.At(it.RepeatAt)} unless somebody acts.";

    private static string Charged(Charge charge, StoryReader reader) =>
        Invariant($"{(charge.Who is { } who ? reader.Name(who) : "the team")} {charge.Percent} % ({Length(charge.Ran)})");

    private static string Rest(ClockBreached it)
    {
        var others = it.Charges.Skip(MostCharged).ToList();
        var ran = others.Aggregate(NodaTime.Duration.Zero, (sum, one) => sum + one.Ran);
        return Invariant($"{Count(others.Count, "other")} {others.Sum(one => one.Percent)} % ({Length(ran)})");
    }
}
