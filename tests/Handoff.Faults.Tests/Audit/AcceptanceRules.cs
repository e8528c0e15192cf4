using Handoff.Faults.Tests.World;
using Handoff.Leads;

namespace Handoff.Faults.Tests.Audit;

/// <summary>Promise 2: at most one acceptance stands, an undo comes in time, and nobody is offered what somebody has.</summary>
internal static class AcceptanceRules
{
    public static void Check(SimulatedWorld world, Lead before, LeadEvent happened)
    {
        switch (happened)
        {
            case OfferAccepted when before.Acceptance is { } standing:
                world.Break($"Promise 2: one acceptance stands, and {standing.By} had accepted before.");
                break;
            case OfferAccepted { Offer: > 0 } e when before.Offer is not { } offer || offer.Number != e.Offer || !offer.To.Contains(e.By):
                world.Break($"Promise 2: an offer that stands is accepted by whom it was made to, and {e.By} accepted number {e.Offer}.");
                break;
            case Offered when before.Acceptance is not null:
                world.Break("Promise 2: after acceptance there is no new offer.");
                break;
            case AcceptanceUndone e when before.Status != LeadStatus.Accepted || before.Acceptance is not { } acceptance
                || acceptance.By != e.By || e.At - acceptance.At >= Undo.Within:
                world.Break($"Promise 2: an undo comes within 10 minutes, from who accepted, before first contact; {e.By} " +
                    $"undid {before.Acceptance}.");
                break;
            case ReplyUndone e when before.LastReply is not { } reply || reply.By != e.By || reply.Kind != e.Reply
                || e.At - reply.At >= Undo.Within:
                world.Break("Promise 2: what is taken back was told by the same person within 10 minutes; "
                    + $"{e.By} took {before.LastReply} back.");
                break;
            case ReplyUndone { Reply: ReplyKind.Decline } when before.Acceptance is { } standing:
                world.Break($"Promise 2: one acceptance stands, and a decline was taken back after {standing.By} had accepted.");
                break;
            case Offered { Choice: not null, By: null } e:
                Eligible(world, e);
                break;
            default:
                break;
        }
    }

    /// <summary>Who is at work and told a while ago to be away is not offered a lead (section 6).</summary>
    private static void Eligible(SimulatedWorld world, Offered e)
    {
        foreach (var rep in e.To)
        {
            if (world.Auditor.IsKnownToBeAway(rep, e.At) && world.Company.Folder.Staff.Find(rep)?.Calendar.IsOpen(e.At) == true)
                world.Break($"Section 6: who is away is not eligible, and {rep}, who told so a while ago, was offered a lead.");
        }
    }
}
