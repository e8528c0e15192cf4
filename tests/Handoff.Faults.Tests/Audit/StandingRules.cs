using Handoff.Agreements;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>Promise 1: the events replay to the state, and a lead is in one status with its owner and its next wake-up.</summary>
internal static class StandingRules
{
    public static void Check(SimulatedWorld world, Lead lead, Turn turn)
    {
        if (!turn.State.Span.SequenceEqual(LedgerJson.Write(lead)))
            world.Break(
                $"The events replay to the state, and those of {world.NameOf(turn.Stream)} do not after version {turn.ExpectedVersion}.");
        var owner = lead.Status switch
        {
            LeadStatus.Qualified => OwnerKind.ManagerQueue,
            LeadStatus.Offered => lead.Offer is { IsClaim: true } ? OwnerKind.ManagerQueue : OwnerKind.Person,
            LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified => OwnerKind.Person,
            LeadStatus.Nurture => OwnerKind.Marketing,
            _ => OwnerKind.Nobody,
        };
        if (lead.Owner.Kind != owner || (lead.Owner.Who is null) != (owner != OwnerKind.Person))
            world.Break($"Promise 1: an open lead has an owner, and {world.NameOf(turn.Stream)}, {lead.Status}, has {lead.Owner}.");
        var hasClocks = lead.Status.HasClocks() || (lead.Status == LeadStatus.SalesQualified
            && SimulatedCompany.AgreementOf(lead.Known.Agreement).Tier(lead.Known.Tier)!.Outcome is not null);
        if (lead.Clocks.Count(clock => clock.IsUnmet && clock.Name != ClockName.Confirm) != (hasClocks ? 1 : 0))
            world.Break($"Promise 1: an open lead has one clock to be met, and {world.NameOf(turn.Stream)}, {lead.Status}, has not.");
        var confirms = lead.Clocks.Count(clock => clock.IsUnmet && clock.Name == ClockName.Confirm);
        if (confirms > (hasClocks && lead.Acceptance is not null ? 1 : 0))
            world.Break($"Only who has an accepted lead confirms it, and {world.NameOf(turn.Stream)}, {lead.Status}, waits for more.");
        if (turn.Row is not { } row || row.Shelf != LeadShelves.Of(lead)
            || !row.Bytes.Span.SequenceEqual(LedgerJson.Write(LeadRow.Of(lead))))
            world.Break($"The row of a lead is that of its state, and that of {world.NameOf(turn.Stream)}, {lead.Status}, is not.");
        var needed = Needed(lead);
        if (turn.NextWakeUp != needed || (needed is null && hasClocks))
            world.Break(
                $"Promise 1: an open lead has a wake-up, and {world.NameOf(turn.Stream)} needs {needed} and has {turn.NextWakeUp}.");
    }

    /// <summary>When the lead next needs a turn, worked out here once more.</summary>
    private static Instant? Needed(Lead lead)
    {
        var times = lead.Outbox.Select(message => message.NotBefore).ToList();
        if (lead is { Status: LeadStatus.Accepted or LeadStatus.Contacted, Ask: { Message: 0, IsDropped: false, HasMet: false } ask }
            && !ask.IsWithdrawn)
            times.Add(ask.DueAt);
        if (lead is { Status: LeadStatus.Accepted or LeadStatus.Contacted or LeadStatus.SalesQualified, FollowUp.RemindAt: { } remind })
            times.Add(remind);
        foreach (var clock in lead.Clocks.Where(clock => clock.IsUnmet))
        {
            if (clock.PausedAt is not null && clock.PauseEndsAt is { } end)
                times.Add(end);
            if (clock.PausedAt is not null)
                continue;
            if (clock.BreachedAt is null)
                times.Add(clock.Plan.Due);
            if (clock.RungsPassed < clock.Plan.Rungs.Length)
                times.Add(clock.Plan.Rungs[clock.RungsPassed]);
            else if (clock.RepeatAt is { } repeat)
                times.Add(repeat);
        }

        if (lead is { Status: not LeadStatus.Erased, Contest: { State: ContestState.Asked } contest })
            times.Add(contest.AnswerBy);
        if (lead.ReviewAt is { } review)
            times.Add(review);
        if (lead.RouteSince is { } route)
            times.Add(route);
        if (lead.AwaitsChecks)
            times.Add(lead.ReceivedAt);
        return times.Count == 0 ? null : times.Min();
    }
}
