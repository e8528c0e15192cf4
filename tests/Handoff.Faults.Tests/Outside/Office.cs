using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.Service.Leads;
using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>What comes from the back office at any time: outcomes of the CRM, and the wish to be erased.</summary>
internal sealed class Office(SimulatedWorld world)
{
    private readonly SplitMix _chance = world.Chance.Apart("office");

    public void Begin()
    {
        if (!world.Scenario.Has(Trouble.Office))
            return;
        for (var n = 0; n < world.Scenario.Leads / 2; n++)
            world.Time.At(SimulatedWorld.Start + _chance.Between(Duration.Zero, Duration.FromDays(world.Scenario.Days)), Act);
    }

    private void Act()
    {
        if (world.Auditor.Leads.Count == 0)
            return;
        var lead = _chance.Of(world.Auditor.Leads);
        if (_chance.Chance(200))
        {
            Do(host => host.Get<LeadErasure>().EraseAsync(lead, default));
            return;
        }

        var outcome = new OutcomeReport(
            _chance.Of(["qualified", "won", "lost"]), 100 + _chance.Below(900), _chance.Of(["EUR", "EUR", "USD"]),
            _chance.Chance(300) ? "a reason" : null);
        Do(host => host.Get<OutcomeRecording>().RecordAsync(lead, outcome, default));
    }

    private void Do(Func<SimulatedHost, Task> what)
    {
        if (world.Fleet.Any() is not { } host)
        {
            Again();
            return;
        }

        Errand.Run(world, host, () => what(host), ending =>
        {
            if (ending != Ending.Done)
                Again();
        });

        void Again() => world.Time.In(Duration.FromMinutes(1), () => Do(what));
    }
}
