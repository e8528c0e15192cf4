using Handoff.Faults.Tests.Hosts;
using Handoff.Faults.Tests.World;
using Handoff.People;
using Handoff.Service.Signing;
using NodaTime;

namespace Handoff.Faults.Tests.Outside;

/// <summary>The heads, who sign what lies before them, soon, late or never, and twice.</summary>
internal sealed class Heads(SimulatedWorld world)
{
    private static readonly string[] All = ["giulia.ferri@acme.example", "paolo.conti@acme.example", "dana.lee@acme.example"];

    private readonly SplitMix _chance = world.Chance.Apart("heads");

    public void Begin()
    {
        if (world.Scenario.Has(Trouble.Changes))
            Plan();
    }

    private void Plan() => world.Time.In(_chance.Between(Duration.FromHours(1), Duration.FromDays(3)), () =>
    {
        if (!world.IsTroubled)
            return;
        Sign(PersonId.Of(_chance.Of(All)));
        Plan();
    });

    private void Sign(PersonId head)
    {
        if (world.Fleet.Any() is not { } host)
        {
            Again();
            return;
        }

        Errand.Run(world, host, async () =>
        {
            if (await host.Get<ProposalBook>().FindCurrentAsync(default) is { Content.Length: > 0 } current)
                await host.Get<Proposals>().SignAsync(head, current.Content, default);
        }, ending =>
        {
            if (ending != Ending.Done)
                Again();
        });

        void Again() => world.Time.In(Duration.FromMinutes(3), () => Sign(head));
    }
}
