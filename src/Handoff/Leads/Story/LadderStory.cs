using NodaTime;

namespace Handoff.Leads.Story;

/// <summary>What falls due on the way of a clock: its rungs, its breach, the alerts after the last rung.</summary>
internal sealed class LadderStory(StoryReader reader) : StoryPart(reader)
{
    private const int MostCharged = 5;

    public string Breached(ClockBreached it)
    {
        var late = it.At - it.Due;
        var recorded = late < Duration.FromSeconds(1) ? "" : Say($" (recorded {Lateness(late)})", $" (registrato {Lateness(late)})");
        var charges = it.Charges.Take(MostCharged).Select(Charged).ToList();
        if (it.Charges.Length > MostCharged)
            charges.Add(Rest(it));
        var charged = string.Join(", ", charges);
        return Say(
            $"The {Clock(it.Clock)} was breached at {At(it.Due)}{recorded}; charged to {charged}.",
            $"Il {Clock(it.Clock)} è scaduto {At(it.Due)}{recorded}; a carico di {charged}.");
    }

    public string Passed(RungPassed it)
    {
        var (due, late) = (At(it.DueAt, it.At), Lateness(it.At - it.DueAt));
        var overtaken = it.Overtaken
            ? Say(", but what it was to do was no longer needed", ", ma ciò che doveva fare non serviva più") : "";
        var again = it.RepeatAt is { } at
            ? Say(
                $"; its alert is repeated {At(at)} unless somebody acts", $"; il suo avviso si ripete {At(at)} se nessuno interviene")
            : "";
        return Say(
            $"{it.Percent} % of the {Clock(it.Clock)} passed (due {due}, carried out {late}){overtaken}{again}.",
            $"È passato il {it.Percent} % del {Clock(it.Clock)} (atteso {due}, eseguito {late}){overtaken}{again}.");
    }

    public string Repeated(AlertRepeated it)
    {
        var (due, late, again) = (At(it.DueAt, it.At), Lateness(it.At - it.DueAt), At(it.RepeatAt));
        return Say(
            $"The last alert of the {Clock(it.Clock)} was repeated (due {due}, carried out {late}), and is again {again} "
                + $"unless somebody acts.",
            $"L'ultimo avviso sul {Clock(it.Clock)} è stato ripetuto (atteso {due}, eseguito {late}), e lo sarà ancora {again} "
                + $"se nessuno interviene.");
    }

    private string Charged(Charge charge) =>
        Share(charge.Who is { } who ? Name(who) : Say("the team", "team"), charge.Percent, charge.Ran);

    private string Rest(ClockBreached it)
    {
        var others = it.Charges.Skip(MostCharged).ToList();
        var ran = others.Aggregate(Duration.Zero, (sum, one) => sum + one.Ran);
        return Share(Others(others.Count), others.Sum(one => one.Percent), ran);
    }

    private string Share(string who, int percent, Duration ran) => FormattableString.Invariant($"{who} {percent} % ({Length(ran)})");
}
