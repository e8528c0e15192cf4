using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>
/// Decides what a link would do now, and saves nothing: what a page says is what the post behind it would be answered (promise 6).
/// </summary>
public sealed class LinkTrial(CompanyInForce company, IClock clock)
{
    /// <summary>Returns what decides commands on a lead as it stands.</summary>
    public async ValueTask<Func<LeadCommand, Answer>> OnAsync(Lead lead, CancellationToken cancellation)
    {
        // Who would come next rests on the team's rota; whether somebody may act does not.
        var agreement = await company.AgreementAsync(lead.Known.Agreement, cancellation);
        var world = new World(agreement, company.Staff, Rota.Empty(lead.Known.Team));
        var now = clock.GetCurrentInstant();
        return command => LeadDecider.Decide(lead, command, world, now).Answer;
    }

    /// <summary>The one thing that a link is for, or the first of several. Null: it is of no lead.</summary>
    public static LeadCommand? CommandOf(LinkPurpose purpose, PersonId person, int offer) => purpose switch
    {
        LinkPurpose.Offer => new AcceptOffer(person, offer),
        LinkPurpose.Undo => new UndoAccept(person),
        _ when purpose.Reply() is { } reply => new UndoReply(person, reply),
        LinkPurpose.Contacted => new RecordContact(person, ContactWay.NotSaid),
        LinkPurpose.Feedback => new GiveFeedback(person, null),
        LinkPurpose.Outcome => new TellOutcome(person, Outcome.Won),
        LinkPurpose.Confirm => new ConfirmLead(person),
        LinkPurpose.Manage => new TakeLead(person),
        LinkPurpose.Contest => new AnswerContest(person, Overturns: false, new("")),
        LinkPurpose.Absence or LinkPurpose.SignIn or LinkPurpose.Ask or LinkPurpose.Consent => null,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A purpose has a command, or needs none."),
    };

    /// <summary>
    /// What the link's person can do about the lead other than by the link itself, so that an answered link is no dead end. None of it
    /// tells how to reach the person who asked.
    /// </summary>
    /// <param name="decide">Decides on it: <see cref="OnAsync"/>.</param>
    public static IEnumerable<(LinkPurpose Purpose, int Offer, Instant? ToldAt)> LeadsOn(
        LinkGrant grant, Lead lead, Func<LeadCommand, Answer> decide)
    {
        var offer = lead.Offer?.Number ?? 0;
        // What came of it can be told without a contact, but is asked after it.
        var next = Can(LinkPurpose.Contacted) ? LinkPurpose.Contacted
            : Can(LinkPurpose.Feedback) ? LinkPurpose.Feedback
            : LinkPurpose.Outcome;
        (LinkPurpose Purpose, int Offer, Instant? ToldAt)[] steps =
        [
            (LinkPurpose.Offer, offer, null), (next, 0, null), (LinkPurpose.Undo, 0, lead.Acceptance?.At),
            (LinkPurpose.UndoDecline, 0, lead.LastReply?.At), (LinkPurpose.UndoContact, 0, lead.LastReply?.At),
            (LinkPurpose.UndoFeedback, 0, lead.LastReply?.At), (LinkPurpose.UndoOutcome, 0, lead.LastReply?.At),
        ];
        return steps.Where(
            step => (step.Purpose != grant.Purpose || (step.Purpose == LinkPurpose.Offer && offer != grant.Offer)) && Can(step.Purpose));

        bool Can(LinkPurpose purpose) => CommandOf(purpose, grant.Person, offer) is { } command && decide(command) is Answer.Done;
    }
}
