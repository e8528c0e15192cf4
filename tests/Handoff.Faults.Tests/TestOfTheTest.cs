using Handoff.Faults.Tests.Plants;
using Handoff.Faults.Tests.World;
using Xunit.Abstractions;

namespace Handoff.Faults.Tests;

/// <summary>The simulation finds what is there to be found: each planted bug, within a few months.</summary>
public sealed class TestOfTheTest(ITestOutputHelper output)
{
    private const int Most = 100;

    /// <summary>The months of the rarest bugs, and then all.</summary>
    private static readonly IEnumerable<ulong> Months =
        new ulong[] { 23, 13, 4 }.Union(Enumerable.Range(1, Most).Select(seed => (ulong)seed));

    public static TheoryData<string> Bugs => [.. PlantedBugs.All.Keys];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_planted_bug_is_caught(string bug)
    {
        var (plant, breaks) = PlantedBugs.All[bug];
        foreach (var seed in Months)
        {
            if (Simulation.Play(new(seed), plant).Broken is not { } broken)
                continue;
            output.WriteLine($"Month {seed}: {broken}");
            // What is planted may break another promise first; its own is to be found too.
            if (!broken.Contains(breaks, StringComparison.Ordinal))
                continue;
            return;
        }

        Assert.Fail($"{bug} was not found in {Most} months.");
    }

    [Fact]
    public void The_same_seed_plays_the_same_life()
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var (once, again) = (Simulation.Play(new(seed)), Simulation.Play(new(seed), traces: true));
            Assert.Equal((once.Steps, once.Digest, once.Broken), (again.Steps, again.Digest, again.Broken));
        }
    }

    [Fact]
    public void A_failing_life_shrinks_to_a_smaller_one_that_breaks_the_same_promise_and_names_its_command()
    {
        var plant = PlantedBugs.All["a rung carried out twice"].Plant;
        var failed = Simulation.Play(new(1), plant);

        var small = Shrinking.Shrink(failed, plant);

        Assert.Equal(Trouble.None, small.With);
        Assert.True(small.Leads < failed.Scenario.Leads);
        Assert.Contains("carried out once", Simulation.Play(small, plant).Broken, StringComparison.Ordinal);
        Assert.Contains($"HANDOFF_SEED=1 HANDOFF_LEADS={small.Leads}", small.Command, StringComparison.Ordinal);
    }
}
