using Handoff.Faults.Tests.Plants;

namespace Handoff.Faults.Tests.World;

/// <summary>Makes a failing scenario smaller: fewer kinds of trouble, fewer leads, fewer days, as long as it still fails.</summary>
internal static class Shrinking
{
    private const int Told = 60;

    public static Scenario Shrink(Scenario scenario, Plant? plant = null)
    {
        bool Fails(Scenario smaller) => Simulation.Play(smaller, plant).Broken is not null;
        foreach (var one in Enum.GetValues<Trouble>().Where(one => one is not (Trouble.None or Trouble.All)))
        {
            var without = scenario with { With = scenario.With & ~one };
            if (without != scenario && Fails(without))
                scenario = without;
        }

        foreach (var leads in new[] { 1, 2, 3, 5, 8, 13, 18 }.Where(leads => leads < scenario.Leads))
        {
            if (!Fails(scenario with { Leads = leads }))
                continue;
            scenario = scenario with { Leads = leads };
            break;
        }

        foreach (var days in new[] { 1, 2, 4, 7, 12, 18 }.Where(days => days < scenario.Days))
        {
            if (!Fails(scenario with { Days = days }))
                continue;
            scenario = scenario with { Days = days };
            break;
        }

        return scenario;
    }

    /// <summary>What a failing life says: the promise, the smallest scenario found, and one command for each.</summary>
    public static string Report(Outcome failed)
    {
        var small = Simulation.Play(Shrink(failed.Scenario), traces: true);
        return string.Join(Environment.NewLine,
        [
            failed.Broken!,
            $"Play it again: {failed.Scenario.Command}",
            "",
            $"The smallest that fails: {small.Broken}",
            $"Play it again: {small.Scenario.Command}",
            .. small.Trace.TakeLast(Told),
        ]);
    }
}
