using Handoff.Faults.Tests.Plants;

namespace Handoff.Faults.Tests.World;

/// <summary>Makes a failing scenario smaller: fewer kinds of trouble, fewer leads, fewer days, as long as it still fails.</summary>
internal static class Shrinking
{
    private const int Told = 60;

    /// <summary>The smallest found that breaks the same promise.</summary>
    public static Scenario Shrink(Outcome failed, Plant? plant = null)
    {
        var scenario = failed.Scenario;
        bool Fails(Scenario smaller) => PromiseOf(Simulation.Play(smaller, plant)) == PromiseOf(failed);
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

    private static string? PromiseOf(Outcome outcome) => outcome.Broken?.Split(',')[0];

    /// <summary>
    /// What failing lives say: each promise with the seeds that break it, and of the first the smallest scenario found and its story.
    /// </summary>
    public static string Report(IEnumerable<Outcome> failed)
    {
        var promises = failed.OrderBy(one => one.Scenario.Seed).GroupBy(PromiseOf).ToList();
        var first = promises[0].First();
        var small = Simulation.Play(Shrink(first), traces: true);
        return string.Join(Environment.NewLine,
        [
            .. promises.Select(
                one => $"{one.Count()} x {one.First().Broken}{Environment.NewLine}  Play it again: {one.First().Scenario.Command}"),
            "",
            $"The smallest that breaks the first: {small.Broken}",
            $"  Play it again: {small.Scenario.Command}",
            .. small.Trace.TakeLast(Told),
        ]);
    }
}
