using Handoff.Faults.Tests.Audit;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.Plants;
using NodaTime;

namespace Handoff.Faults.Tests.World;

/// <summary>What came of one simulated life.</summary>
/// <param name="Scenario">What was played.</param>
/// <param name="Broken">The first promise that was broken, or null.</param>
/// <param name="Steps">How many commits there were.</param>
/// <param name="Digest">A digest of them.</param>
/// <param name="Trace">What happened, where it was asked for.</param>
internal sealed record Outcome(Scenario Scenario, string? Broken, long Steps, ulong Digest, IReadOnlyList<string> Trace)
{
    /// <summary>The reports that were made.</summary>
    public IReadOnlyList<(LocalDate Planned, LocalDateTime Due)> Reports { get; init; } = [];

    /// <summary>How many figures of reports were counted once more from the events, by metric.</summary>
    public IReadOnlyDictionary<string, int> Figures { get; init; } = new Dictionary<string, int>();

    /// <summary>How many proposed agreements came into force, and how many were voided.</summary>
    public (int InForce, int Voided) Proposals { get; init; }
}

/// <summary>Plays a scenario from the first day to the last quiet one.</summary>
internal static class Simulation
{
    /// <summary>
    /// How long nothing fails at the end: all that is late has come by then. It ends in office hours, and not on the hour, when calendars
    /// open and what was just woken has still to take its turn.
    /// </summary>
    private static readonly Duration Quiet = Duration.FromHours((5 * 24) + 3) + Duration.FromMinutes(10);

    public static Outcome Play(Scenario scenario, Plant? plant = null, bool traces = false)
    {
        var former = SynchronizationContext.Current;
        var world = new SimulatedWorld(scenario, plant ?? Plant.None, traces);
        SynchronizationContext.SetSynchronizationContext(world.Time);
        try
        {
            Begin(world);
            Run(world, world.TroubleEnds + Quiet);
            if (world.Broken is null)
                LastLook.At(world);
        }
#pragma warning disable CA1031 // Whatever escapes the product is a broken promise like any other, and is to be replayed.
        catch (Exception e)
#pragma warning restore CA1031
        {
            world.Break($"Nothing throws at whoever runs it: {e}");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(former);
        }

        return new(scenario, world.Broken, world.Happened.Steps, world.Happened.Digest, world.Trace)
        {
            Reports = world.Auditor.Report.Made,
            Figures = world.Auditor.Figures.Counted,
            Proposals = world.Auditor.Proposals.Ended,
        };
    }

    private static void Begin(SimulatedWorld world)
    {
        world.Company.Begin();
        world.Fleet.Begin();
        new Vendors(world).Begin();
        new Office(world).Begin();
        new Marketing(world).Begin();
        new Heads(world).Begin();
        world.Provider.Begin();
    }

    private static void Run(SimulatedWorld world, Instant until)
    {
        while (world.Broken is null)
        {
            var next = world.Time.Next;
            var look = world.Fleet.NextReconciling;
            if (look is { } at && at <= (next ?? until) && at <= until)
            {
                world.Time.PassTo(at);
                world.Fleet.Reconcile();
            }
            else if (next is { } happens && happens <= until)
            {
                Overdue.Look(world, happens);
                world.Time.HappenNext();
            }
            else
            {
                world.Time.PassTo(until);
                return;
            }
        }
    }
}
