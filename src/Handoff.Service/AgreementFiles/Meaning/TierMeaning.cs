using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks tiers, their clocks and the ladders.</summary>
internal static class TierMeaning
{
    /// <summary>Tells of tiers that no lead reaches, unknown ladders, and ladders that do not rise.</summary>
    public static void Check(AgreementForm form, Findings findings)
    {
        var tiers = Tiers(form);
        Names.Unique(tiers.Select(tier => tier.Name), "tier", findings);
        CheckReach(tiers, findings);
        string[] ladders = form.Ladders.Has ? [.. form.Ladders.Value.Where(ladder => ladder.Name.Has).Select(ladder => ladder.Name.Value)]
            : [];
        foreach (var clock in tiers.SelectMany(Clocks))
            Names.Known(clock.Ladder, ladders, "ladder", findings);
        foreach (var ladder in form.Ladders.Has ? form.Ladders.Value : [])
            CheckRungs(ladder.Value.Has ? ladder.Value.Value : [], findings);
        foreach (var clock in tiers.SelectMany(Staying).Where(clock => clock.Ladder.Has && Reassigns(form, clock.Ladder.Value)))
            findings.Add(clock.Ladder.At, $"ladder '{clock.Ladder.Value}' reassigns, and this clock passes no lead on; give it another");
    }

    /// <summary>Tells of clocks whose deadline never comes on a calendar on which they may run.</summary>
    public static void CheckDeadlines(AgreementForm form, IReadOnlyCollection<BusinessCalendar> calendars, Instant asOf, Findings findings)
    {
        foreach (var clock in Tiers(form).SelectMany(Clocks).Where(clock => clock.Within.Has && (clock.Mode.Has || !clock.Mode.IsWritten)))
        {
            var mode = clock.Mode.Or(ClockMode.Business);
            var closes = calendars.Where(calendar => !calendar.NeverOpens(asOf))
                .FirstOrDefault(calendar => !Ends(calendar, asOf, clock.Within.Value, mode));
            if (closes is not null)
                findings.Add(
                    clock.Within.At, $"this can never be met: calendar '{closes.Name}' does not open for so long within two years");
        }
    }

    private static TierForm[] Tiers(AgreementForm form) =>
        form.Tiers.Has ? [.. form.Tiers.Value.Where(tier => tier.Has).Select(tier => tier.Value)] : [];

    private static IEnumerable<ClockForm> Clocks(TierForm tier) =>
        tier.Clocks.Has ? tier.Clocks.Value.All.Where(clock => clock.Has).Select(clock => clock.Value) : [];

    private static IEnumerable<ClockForm> Staying(TierForm tier) =>
        tier.Clocks.Has ? tier.Clocks.Value.Staying.Where(clock => clock.Has).Select(clock => clock.Value) : [];

    private static bool Reassigns(AgreementForm form, string ladder) => form.Ladders.Has
        && form.Ladders.Value.Where(one => one.Name.Has && one.Name.Value == ladder && one.Value.Has).SelectMany(one => one.Value.Value)
            .Any(rung => rung.Has && rung.Value.Reassign.Or(false));

    private static void CheckReach(TierForm[] tiers, Findings findings)
    {
        for (var place = 0; place < tiers.Length; place++)
        {
            var tier = tiers[place];
            var before = tiers.Take(place).FirstOrDefault(earlier => TakesAll(earlier, tier));
            if (before is not null)
                findings.Add(
                    tier.Name.At,
                    $"no lead reaches tier '{Name(tier)}': '{Name(before)}' before it matches every lead that this one matches");
        }

        if (tiers is [.., var last] && tiers.All(tier => tier.When.IsWritten))
            findings.Add(last.When.At, "a lead may match no tier; leave 'when' out of the last one");
    }

    private static bool TakesAll(TierForm earlier, TierForm later) =>
        !earlier.When.IsWritten
            || (earlier.When.Has && later.When.Has && Implication.Implies(later.When.Value.Condition, earlier.When.Value.Condition));

    private static void CheckRungs(ImmutableArray<Field<RungForm>> rungs, Findings findings)
    {
        var before = 0;
        foreach (var rung in rungs.Where(rung => rung.Has))
        {
            if (!rung.Value.DoesSomething)
                findings.Add(rung.At, "this rung does nothing; say remind, alert or reassign");
            if (!rung.Value.At.Has)
                continue;
            if (rung.Value.At.Value <= before)
                findings.Add(
                    rung.Value.At.At,
                    FormattableString.Invariant($"the ladder does not rise: {rung.Value.At.Value}% comes after {before}%"));
            before = rung.Value.At.Value;
        }
    }

    private static bool Ends(BusinessCalendar calendar, Instant asOf, Within within, ClockMode mode)
    {
        try
        {
            Deadlines.Compute(calendar, asOf, within, mode);
            return true;
        }
        catch (CalendarNeverOpensException)
        {
            return false;
        }
    }

    private static string Name(TierForm tier) => tier.Name.Has ? tier.Name.Value : "?";
}
