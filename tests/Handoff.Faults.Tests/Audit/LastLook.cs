using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Service.Leads;
using Handoff.Service.Storage;

namespace Handoff.Faults.Tests.Audit;

/// <summary>What must be so when all is quiet: nothing is lost, nothing is doubled, and everything follows from the events.</summary>
internal static class LastLook
{
    public static void At(SimulatedWorld world)
    {
        var scenario = world.Scenario;
        if (world.Auditor.AcknowledgedDeliveries != scenario.Leads || world.Auditor.Leads.Count != scenario.Leads)
            world.Break($"Promise 1: {scenario.Leads} deliveries are as many leads; {world.Auditor.AcknowledgedDeliveries} were acknowledged and {world.Auditor.Leads.Count} are stored.");
        if (world.Store.Earliest is { } earliest && world.Now - earliest.At > Auditor.Bound)
            world.Break($"Promise 3: {world.NameOf(earliest.Stream)} was to be woken at {earliest.At}.");
        foreach (var lead in world.Auditor.All.Select(audit => audit.State).Where(lead => lead.Status == LeadStatus.Erased))
            Erased(world, lead);
        foreach (var team in world.Auditor.Rotas.Rotas.Keys)
            world.Auditor.Rotas.CheckRota(team);
        var rebuilt = new LedgerRebuild(world.Store, world.Store).RebuildAsync(default).Result;
        if (rebuilt.Mended > 0)
            world.Break($"Projections follow from the events, and {rebuilt.Mended} heads did not.");
        foreach (var team in world.Auditor.Rotas.Rotas.Keys)
            world.Auditor.Rotas.CheckRota(team, inOrder: !scenario.Has(Trouble.ClocksJump));
    }

    private static void Erased(SimulatedWorld world, Lead lead)
    {
        var id = lead.Id.Value;
        if (world.Store.FindKeyAsync(id, default).Result is not null || world.Store.FindRecordAsync(id, default).Result is not null
            || world.Store.ListCopiesAsync(id, 1, default).Result.Count > 0 || lead.Outbox.Length > 0)
        {
            world.Break($"Promise 7: erasing a lead erases it everywhere, and of {world.NameOf(new(StreamKind.Lead, id))} something is left.");
        }

        foreach (var touch in lead.Touches.Where(touch => world.Auditor.Find(touch)?.State.Status != LeadStatus.Erased))
            world.Break($"Promise 7: a request that joined an erased lead is erased with it, and {world.NameOf(new(StreamKind.Lead, touch.Value))} is not.");
    }
}
