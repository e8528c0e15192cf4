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

    /// <summary>What a page of this purpose is about.</summary>
    public static MessageKind KindOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Offer => MessageKind.Offer,
        LinkPurpose.Undo or LinkPurpose.Contacted => MessageKind.Accepted,
        LinkPurpose.Feedback => MessageKind.GiveFeedback,
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
            return new(LinkNoticeCode.AlreadyDeclined);
        return lead.Status.HasClocks() ? new(LinkNoticeCode.OfferOver, ownerName, HeldSince(lead)) : new(LinkNoticeCode.Ended);
    }

    private static LinkNotice? Owned(LinkGrant grant, Lead lead, string? ownerName)
    {
        if (!lead.Status.HasClocks())
            return new(LinkNoticeCode.Ended);
        return lead.Status is LeadStatus.Accepted or LeadStatus.Contacted && lead.Owner.Is(grant.Person)
            ? null
            : new(LinkNoticeCode.NotYours, ownerName, HeldSince(lead));
    }
}
