using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Service.Leads;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>What must be so when all is quiet: nothing is lost, nothing is doubled, and everything follows from the events.</summary>
internal static class LastLook
{
    public static void At(SimulatedWorld world)
    {
        var scenario = world.Scenario;
        // A delivery whose lead was erased before it was posted again makes another.
        if (world.Auditor.AcknowledgedDeliveries != scenario.Leads
            || world.Auditor.All.Count(lead => lead.State.Known.Follows is null) != scenario.Leads + world.Auditor.ReceivedAnew)
        {
            world.Break(
                $"Promise 1: {scenario.Leads} deliveries are as many leads; {world.Auditor.AcknowledgedDeliveries} were acknowledged "
                + $"and {world.Auditor.Leads.Count} are stored.");
        }

        if (world.Store.Earliest is { } earliest && world.Now - earliest.At > Auditor.Bound)
            world.Break($"Promise 3: {world.NameOf(earliest.Stream)} was to be woken at {earliest.At}.");
        foreach (var lead in world.Auditor.All.Select(audit => audit.State).Where(lead => lead.Status == LeadStatus.Erased))
            Erased(world, lead);
        foreach (var audit in world.Auditor.All)
            ReturnRules.CheckEnd(world, audit.State);
        world.Auditor.Report.CheckEnd();
        world.Auditor.Meeting.CheckEnd();
        world.Auditor.Proposals.CheckEnd();
        Waiting(world);
        foreach (var team in world.Auditor.Rotas.Rotas.Keys)
            world.Auditor.Rotas.CheckRota(team);
        var rebuilt = new LedgerRebuild(world.Store, world.Store, world.Store, world.Fleet.Replayed).RebuildAsync(default).Result;
        if (rebuilt.Mended > 0)
            world.Break($"Projections follow from the events, and {rebuilt.Mended} heads did not.");
        foreach (var team in world.Auditor.Rotas.Rotas.Keys)
            world.Auditor.Rotas.CheckRota(team, inOrder: !scenario.Has(Trouble.ClocksJump));
    }

    /// <summary>
    /// A lead waits in the manager's queue only while nobody on shift can take it (section 6); whoever comes on shift is asked then.
    /// </summary>
    private static void Waiting(SimulatedWorld world)
    {
        using var company = InTheEnd.Company(world);
        foreach (var lead in world.Auditor.All.Select(audit => audit.State)
            .Where(lead => lead is { Status: LeadStatus.Qualified, AwaitsRouting: false }))
        {
            if (company.Staff.Team(lead.Known.Team) is not { } team)
                continue;
            var choice = Router.Choose(new()
            {
                Team = team,
                Staff = company.Staff,
                Rota = world.Store.RotaNow(team.Name),
                Language = lead.Known.Language,
                Excluded = lead.Excluded,
                ExistingOwner = lead.Known.ExistingOwner,
                Now = world.Now,
            });
            if (choice is { OnShiftNow: true, Chosen.IsEmpty: false })
            {
                world.Break("Section 6: a lead is offered as soon as somebody can take it, "
                    + $"and {world.NameOf(new(StreamKind.Lead, lead.Id.Value))} waits though {choice.Chosen[0]} can.");
            }
        }
    }

    private static void Erased(SimulatedWorld world, Lead lead)
    {
        var id = lead.Id.Value;
        if (world.Store.KeepsOf(id) || lead.Outbox.Length > 0)
        {
            world.Break(
                $"Promise 7: erasing a lead erases it everywhere, and of {world.NameOf(new(StreamKind.Lead, id))} something is left.");
        }

        foreach (var touch in lead.Touches.Where(touch => world.Auditor.Find(touch)?.State.Status != LeadStatus.Erased))
            world.Break(
                $"Promise 7: a request that joined an erased lead is erased with it, and {world.NameOf(
                new(StreamKind.Lead, touch.Value))} is not.");
    }
}
