using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>Whether what a link was for can still be done; it says kindly when it is over (promise 6).</summary>
internal static class LinkStanding
{
    /// <summary>Null while the purpose can be carried out, else why it is over.</summary>
    public static LinkNotice? WhyOver(LinkGrant grant, Lead lead, Instant now, Func<PersonId, string> name, string? ownerName) => grant.Purpose switch
    {
        LinkPurpose.Offer => Offer(grant, lead, name, ownerName),
        LinkPurpose.Undo => lead.Status == LeadStatus.Accepted && lead.Acceptance is { } acceptance && acceptance.By == grant.Person
            && lead.Owner.Is(grant.Person) && now - acceptance.At < Undo.Within ? null : new(LinkNoticeCode.UndoOver, ownerName),
        LinkPurpose.UndoDecline or LinkPurpose.UndoContact or LinkPurpose.UndoFeedback => Reply(grant, lead, now, name, ownerName),
        LinkPurpose.Contacted => Owned(grant, lead, ownerName) ?? (lead.Status == LeadStatus.Contacted ? new(LinkNoticeCode.AlreadyRecorded) : null),
        LinkPurpose.Feedback => lead.Status == LeadStatus.SalesQualified && lead.LastOwner == grant.Person
            ? new(LinkNoticeCode.AlreadyRecorded)
            : Owned(grant, lead, ownerName),
        LinkPurpose.Manage => lead.Status.HasClocks() ? null : new(LinkNoticeCode.Ended),
        LinkPurpose.Absence => null,
        _ => throw new ArgumentOutOfRangeException(nameof(grant), grant.Purpose, "A purpose has a rule."),
    };

    /// <summary>What can be done next after an act; null: nothing.</summary>
    public static MessageKind? NextAfter(LinkNotice? done) => done?.Code switch
    {
        LinkNoticeCode.YouAccepted or LinkNoticeCode.YouTook => MessageKind.Accepted,
        LinkNoticeCode.ContactRecorded => MessageKind.GiveFeedback,
        _ => null,
    };

    /// <summary>
    /// What the link's person can do about the lead now, other than by the link itself: so a link that was answered is no dead end. None
    /// of it
    /// tells how to reach the lead.
    /// </summary>
    public static IEnumerable<(LinkPurpose Purpose, int Offer, Instant? ToldAt)> LeadsOn(LinkGrant grant, Lead lead, Instant now)
    {
        var who = grant.Person;
        if (lead.Offer is { } offer && offer.To.Contains(who) && (grant.Purpose, grant.Offer) != (LinkPurpose.Offer, offer.Number))
            yield return (LinkPurpose.Offer, offer.Number, null);
        if (lead.Status == LeadStatus.Accepted && lead.Owner.Is(who) && grant.Purpose != LinkPurpose.Contacted)
            yield return (LinkPurpose.Contacted, 0, null);
        if (lead.Status == LeadStatus.Contacted && lead.Owner.Is(who) && grant.Purpose != LinkPurpose.Feedback)
            yield return (LinkPurpose.Feedback, 0, null);
        if (lead is { Status: LeadStatus.Accepted, Acceptance: { } acceptance } && acceptance.By == who && lead.Owner.Is(who)
            && now - acceptance.At < Undo.Within && grant.Purpose != LinkPurpose.Undo)
            yield return (LinkPurpose.Undo, 0, acceptance.At);
        if (lead.LastReply is { } reply && reply.By == who && now < reply.UndoneUntil && grant.Purpose != reply.Kind.Undo())
            yield return (reply.Kind.Undo(), 0, reply.At);
    }

    /// <summary>What became of a lead that was declined or returned.</summary>
    public static LeadFate FateOf(Lead lead) => lead.Status switch
    {
        LeadStatus.Discarded => LeadFate.Discarded,
        LeadStatus.Returned => LeadFate.Returned,
        LeadStatus.Nurture => LeadFate.Nurtured,
        LeadStatus.Qualified => LeadFate.Queued,
        _ => LeadFate.PassedOn,
    };

    /// <summary>What a page of this purpose is about.</summary>
    public static MessageKind KindOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Offer or LinkPurpose.UndoDecline => MessageKind.Offer,
        LinkPurpose.Undo or LinkPurpose.Contacted or LinkPurpose.UndoContact => MessageKind.Accepted,
        LinkPurpose.Feedback or LinkPurpose.UndoFeedback => MessageKind.GiveFeedback,
        _ => MessageKind.Breach,
    };

    /// <summary>Since when the lead is with whoever has it, or null: that is not known.</summary>
    public static Instant? HeldSince(Lead lead) => lead.UnmetClock is { Holdings: [.., var last] } ? last.From : null;

    private static LinkNotice? Offer(LinkGrant grant, Lead lead, Func<PersonId, string> name, string? ownerName)
    {
        if (lead.Offer is { } offer && offer.Number == grant.Offer && offer.To.Contains(grant.Person))
            return null;
        if (lead.Acceptance is { } acceptance)
        {
            return acceptance.By == grant.Person && acceptance.Offer == grant.Offer && lead.Owner.Is(grant.Person)
                ? new(LinkNoticeCode.YouAccepted, name(acceptance.By), acceptance.At)
                : new(LinkNoticeCode.OthersAccepted, name(acceptance.By), acceptance.At);
        }

        if (lead.Declines.Contains(new(grant.Person, grant.Offer)))
            return new(LinkNoticeCode.AlreadyDeclined) { Fate = FateOf(lead) };
        return lead.Status.HasClocks()
            ? new(LinkNoticeCode.OfferOver, ownerName, HeldSince(lead)) { IsOffered = lead.Status == LeadStatus.Offered }
            : new(LinkNoticeCode.Ended);
    }

    private static LinkNotice? Owned(LinkGrant grant, Lead lead, string? ownerName)
    {
        if (!lead.Status.HasClocks())
            return new(LinkNoticeCode.Ended);
        return lead.Status is LeadStatus.Accepted or LeadStatus.Contacted && lead.Owner.Is(grant.Person)
            ? null
            : new(LinkNoticeCode.NotYours, ownerName, HeldSince(lead)) { IsOffered = lead.Status == LeadStatus.Offered };
    }

    private static LinkNotice? Reply(LinkGrant grant, Lead lead, Instant now, Func<PersonId, string> name, string? ownerName)
    {
        if (lead.LastReply is { } reply && reply.By == grant.Person && reply.Kind == grant.Purpose.Reply())
            return now < reply.UndoneUntil ? null : new(LinkNoticeCode.UndoOver, ownerName);
        if (lead.Status.HasClocks() && lead.Acceptance is { } acceptance && acceptance.By != grant.Person)
            return new(LinkNoticeCode.OthersAccepted, name(acceptance.By), acceptance.At);
        return lead.Owner.Who is { } owner && owner != grant.Person
            ? new(LinkNoticeCode.NotYours, ownerName, HeldSince(lead)) { IsOffered = lead.Status == LeadStatus.Offered }
            : new(LinkNoticeCode.UndoOver, ownerName);
    }
}
