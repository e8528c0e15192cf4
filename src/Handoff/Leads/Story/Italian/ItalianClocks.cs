using System.Collections.Immutable;
using Handoff.Calendars;
using NodaTime;
using static System.FormattableString;
using static Handoff.Leads.Story.Italian.ItalianWords;

namespace Handoff.Leads.Story.Italian;

/// <summary>Clocks and their ladders, in Italian.</summary>
internal static class ItalianClocks
{
    private const int MostRungs = 6;
    private const int MostCharged = 5;

    public static string Started(ClockStarted it, StoryReader reader)
    {
        var plan = it.Plan;
        var holder = it.Holder is { } who ? $" di {reader.Name(who)}" : "";
        var opening = plan.From > it.At ? ", la prossima apertura" : "";
        var shares = reader.Agreement.Ladders.GetValueOrDefault(it.Ladder)?.Rungs.Select(rung => rung.At).ToImmutableArray() ?? [];
        return $"Comincia il {Clock(it.Clock)}{holder}: {Promised(it)} da {reader.At(plan.From)}{opening}, "
            + $"quindi scade {reader.At(plan.Due)}{Rungs("; soglie: ", plan, shares, Instant.MinValue, reader)}.";
    }

    public static string Replanned(ClockReplanned it, StoryReader reader)
    {
        var plan = it.Plan;
        var because = it.Cause switch
        {
            ReplanCause.ChangedHands => "il lead è passato di mano",
            ReplanCause.PauseEnded => "la pausa è finita",
            ReplanCause.ExcuseUsedUp => "non è scusata altra assenza",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Cause, "A plan is made anew for a reason."),
        };
        var left = plan.Total - plan.Ran;
        var rest = plan.Due <= it.At || left <= Duration.Zero
            ? $"e la scadenza è {reader.At(plan.Due)}"
            : $"ne restano {Length(left)} su {plan.Calendar} da {reader.At(plan.From)}, quindi scade {reader.At(plan.Due)}";
        return $"Il {Clock(it.Clock)} è stato ricalcolato perché {because}: erano passati {Ran(plan.Ran, plan.DaysRun)} su {Length(plan.Total)}, "
            + $"{rest}{Rungs("; soglie a venire: ", plan, [], it.At, reader)}.";
    }

    public static string Paused(ClockPaused it, StoryReader reader)
    {
        // Somebody who has left the files counts as absent since ever.
        var absent = it.AbsentSince == Instant.MinValue ? "chi lo ha non è più nei file" : $"chi lo ha è assente da {reader.At(it.AbsentSince)}";
        return $"Il {Clock(it.Clock)} è fermo dopo {Ran(it.Ran, it.DaysRun)}, perché {absent}, al massimo fino a {reader.At(it.Until)}.";
    }

    public static string Breached(ClockBreached it, StoryReader reader)
    {
        var late = it.At - it.Due;
        var recorded = late < Duration.FromSeconds(1) ? "" : $" (registrato {Lateness(late)})";
        var charges = it.Charges.Take(MostCharged).Select(charge => Charged(charge, reader)).ToList();
        if (it.Charges.Length > MostCharged)
            charges.Add(Rest(it));
        return $"Il {Clock(it.Clock)} è scaduto {reader.At(it.Due)}{recorded}; a carico di {string.Join(", ", charges)}.";
    }

    public static string Passed(RungPassed it, StoryReader reader)
    {
        var overtaken = it.Overtaken ? ", ma ciò che doveva fare non serviva più" : "";
        var again = it.RepeatAt is { } at ? $"; il suo avviso si ripete {reader.At(at)} se nessuno interviene" : "";
        return Invariant($"È passato il {it.Percent} % del {Clock(it.Clock)} ")
            + $"(atteso {reader.At(it.DueAt, it.At)}, eseguito {Lateness(it.At - it.DueAt)}){overtaken}{again}.";
    }

    public static string Repeated(AlertRepeated it, StoryReader reader) =>
        $"L'ultimo avviso sul {Clock(it.Clock)} è stato ripetuto "
        + $"(atteso {reader.At(it.DueAt, it.At)}, eseguito {Lateness(it.At - it.DueAt)}), e lo sarà ancora {reader.At(it.RepeatAt)} se nessuno interviene.";

    private static string Promised(ClockStarted it) => it switch
    {
        { Mode: ClockMode.Elapsed } => $"{Length(it.Plan.Total)}, aperto o chiuso,",
        { Within.IsDays: true } => $"{Days(it.Within.Days)} ({Length(it.Plan.Total)} di orario aperto) su {it.Plan.Calendar}",
        _ => $"{Length(it.Within.Measured)} di orario aperto su {it.Plan.Calendar}",
    };

    private static string Ran(Duration ran, int days) => days > 0 ? $"{Length(ran)} ({Days(days, whole: true)})" : Length(ran);

    private static string Charged(Charge charge, StoryReader reader) =>
        Invariant($"{(charge.Who is { } who ? reader.Name(who) : "team")} {charge.Percent} % ({Length(charge.Ran)})");

    private static string Rest(ClockBreached it)
    {
        var others = it.Charges.Skip(MostCharged).ToList();
        var ran = others.Aggregate(Duration.Zero, (sum, one) => sum + one.Ran);
        return Invariant($"{Others(others.Count)} {others.Sum(one => one.Percent)} % ({Length(ran)})");
    }

    private static string Rungs(string lead, ClockPlan plan, ImmutableArray<int> shares, Instant after, StoryReader reader)
    {
        var named = plan.Due;
        var told = new List<string>();
        var coming = Enumerable.Range(0, plan.Rungs.Length).Where(index => plan.Rungs[index] > after).ToList();
        foreach (var index in coming.Take(MostRungs))
        {
            var share = shares.Length == plan.Rungs.Length ? Invariant($" ({shares[index]} %)") : "";
            told.Add(reader.At(plan.Rungs[index], named) + share);
            named = plan.Rungs[index];
        }

        if (coming.Count > MostRungs)
            told.Add($"e {Others(coming.Count - MostRungs)}");
        return told.Count == 0 ? "" : lead + string.Join(", ", told);
    }
}
