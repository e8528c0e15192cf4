using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Mail;

/// <summary>Puts together what a mail or a page about a lead says, from the state, the personal data and who is in force now.</summary>
public sealed class MailMaking(CompanyInForce company, LinkMaker links, LeadStories stories, IClock clock)
{
    /// <summary>The mail of one message of a lead whose data is opened.</summary>
    public async ValueTask<MailModel> OfLeadAsync(
        Person reader, OpenedLead opened, MessageKind kind, MessageAbout about, CancellationToken cancellation) =>
        Model(reader, kind, [await ItemAsync(reader, opened, kind, about, withLinks: true, cancellation)]);

    /// <summary>The mail of one or more alerts.</summary>
    public MailModel OfAlerts(Person reader, ImmutableArray<MailItem> items) =>
        Model(reader, items.Length == 1 || items[0].Kind == MessageKind.Returned ? items[0].Kind : MessageKind.Digest, items);

    /// <summary>What is said of one lead whose data is opened.</summary>
    public async ValueTask<MailItem> ItemAsync(
        Person reader, OpenedLead opened, MessageKind kind, MessageAbout about, bool withLinks, CancellationToken cancellation)
    {
        var (lead, agreement) = (opened.Lead, opened.Agreement);
        return new()
        {
            Kind = kind,
            About = about,
            Lead = lead,
            Record = opened.Record is { } record ? company.WithAuthors(record, reader.Language)
                : throw new InvalidOperationException("A mail tells of a lead whose data is opened."),
            Clock = about.Clock is { } name ? lead.Unmet(name) ?? lead.Clocks.LastOrDefault(clock => clock.Name == name) : lead.UnmetClock,
            Reason = about.Reason is { } code ? agreement.Reason(code) : null,
            OwnerName = company.OwnerName(lead.Owner, lead.Known.Team, reader.Language),
            OtherName = about.Other is { } other ? company.NameOf(other, reader.Language) : null,
            AskName = company.Staff.Team(lead.Known.Team) is { } team ? company.NameOf(team.Manager, reader.Language) : null,
            ScoreBecause = Qualify.Explain(
                agreement, lead.Known.Score, lead.Known.ScoreRules, lead.Known.Tier, company.Naming.In(reader.Language)),
            RoutingBecause = kind is MessageKind.Offer or MessageKind.Assigned or MessageKind.NobodyEligible
                ? await stories.RoutingBecauseAsync(opened, reader, cancellation)
                : "",
            OwnerAddress = OwedMessage.IsAlertKind(kind) && lead.Owner.Who is { } owner && owner != reader.Id
                ? company.Staff.Find(owner)?.Address : null,
            Next = OwedMessage.IsAlertKind(kind) ? NextOf(lead, about, agreement, reader.Id) : null,
            CameLate = lead.UnmetClock is { } unmet && (lead.Offer?.At ?? unmet.Holdings.LastOrDefault()?.From) >= unmet.Plan.Due,
            Links = withLinks ? LinksOf(reader.Id, lead, kind, about) : [],
        };
    }

    private ComingRung? NextOf(Lead lead, MessageAbout about, Agreement agreement, PersonId reader)
    {
        var now = clock.GetCurrentInstant();
        var runs = about.Clock == ClockName.Confirm ? lead.Unmet(ClockName.Confirm) : lead.UnmetClock;
        if (runs is not { PausedAt: null } run || !agreement.Ladders.TryGetValue(run.Ladder, out var ladder))
            return null;
        var team = company.Staff.Team(lead.Known.Team);
        for (var number = 0; number < Math.Min(ladder.Rungs.Length, run.Plan.Rungs.Length); number++)
        {
            var rung = ladder.Rungs[number];
            if (run.Plan.Rungs[number] > now && (rung.Reassign || rung.Alert is not null))
                return new(run.Plan.Rungs[number], rung.Reassign, rung.Alert, IsReader(rung.Alert));
        }

        var last = ladder.Rungs[^1].Alert ?? AlertTarget.Manager;
        return run.RepeatAt is { } again ? new(again, Reassigns: false, last, IsReader(last)) : null;

        bool IsReader(AlertTarget? target) => target switch
        {
            AlertTarget.Manager => reader == team?.Manager || reader == team?.Deputy,
            AlertTarget.Director => reader == team?.Director,
            _ => false,
        };
    }

    private MailModel Model(Person reader, MessageKind kind, ImmutableArray<MailItem> items) => new()
    {
        Kind = kind,
        Reader = reader,
        Organisation = company.Agreement.Organisation,
        Naming = company.Naming,
        Now = clock.GetCurrentInstant(),
        Items = items,
        Links = kind is MessageKind.Returned or MessageKind.ContestAnswered ? [links.ToReturns()]
            : kind == MessageKind.Digest ? [links.ToBoard(), links.Make(LinkPurpose.Absence, reader.Id, null, 0)]
            : [links.Make(LinkPurpose.Absence, reader.Id, null, 0)],
    };

    private ImmutableArray<MailLink> LinksOf(PersonId reader, Lead lead, MessageKind kind, MessageAbout about) => kind switch
    {
        MessageKind.Offer => [links.Make(LinkPurpose.Offer, reader, lead.Id, about.Offer)],
        MessageKind.Reminder when about.Clock == ClockName.Confirm => [links.Make(LinkPurpose.Confirm, reader, lead.Id, 0)],
        MessageKind.Reminder => OfClock(reader, lead, about),
        MessageKind.Accepted => [
            links.Make(LinkPurpose.Contacted, reader, lead.Id, 0),
            links.Make(LinkPurpose.Undo, reader, lead.Id, 0, lead.Acceptance?.At)],
        MessageKind.Assigned when lead.Unmet(ClockName.Confirm) is not null =>
            [.. OfClock(reader, lead, about), links.Make(LinkPurpose.Confirm, reader, lead.Id, 0)],
        MessageKind.Assigned or MessageKind.CameBack or MessageKind.FollowUp => OfClock(reader, lead, about),
        MessageKind.GiveFeedback when lead.LastReply is { Kind: ReplyKind.Contact } contact && contact.By == reader => [
            links.Make(LinkPurpose.Feedback, reader, lead.Id, 0),
            links.Make(LinkPurpose.UndoContact, reader, lead.Id, 0, contact.At)],
        MessageKind.GiveFeedback => [links.Make(LinkPurpose.Feedback, reader, lead.Id, 0)],
        MessageKind.Contested => [links.Make(LinkPurpose.Contest, reader, lead.Id, 0)],
        _ when OwedMessage.IsAlertKind(kind) => [links.Make(LinkPurpose.Manage, reader, lead.Id, 0)],
        MessageKind.MovedOn or MessageKind.Returned or MessageKind.Digest or MessageKind.ContestAnswered or MessageKind.AskLead => [],
        _ when OwedMessage.IsToLead(kind) => [],
        _ => throw new InvalidOperationException($"No rule for {kind}."),
    };

    private ImmutableArray<MailLink> OfClock(PersonId reader, Lead lead, MessageAbout about) => lead.Status switch
    {
        LeadStatus.Offered => [links.Make(LinkPurpose.Offer, reader, lead.Id, about.Offer)],
        LeadStatus.Accepted => [links.Make(LinkPurpose.Contacted, reader, lead.Id, 0)],
        LeadStatus.Contacted => [links.Make(LinkPurpose.Feedback, reader, lead.Id, 0)],
        LeadStatus.SalesQualified when lead.HasClocks => [links.Make(LinkPurpose.Outcome, reader, lead.Id, 0)],
        _ => [],
    };
}
