using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>
/// What somebody who is signed in may do about a lead: exactly what a link of theirs would let them do. The session stands in the place of
/// the token, and whatever judges a link judges it.
/// </summary>
public sealed class SignedInLinks(
    CompanyInForce company, LeadTurns turns, LinkPages pages, LinkTrial trial, LinkChoosing choosing, IClock clock)
{
    // What should be done next stands first, what takes something back after it.
    private static readonly LinkPurpose[] Purposes =
    [
        LinkPurpose.Offer, LinkPurpose.Confirm, LinkPurpose.Contacted, LinkPurpose.Feedback, LinkPurpose.Outcome, LinkPurpose.Undo,
        LinkPurpose.UndoDecline, LinkPurpose.UndoContact, LinkPurpose.UndoFeedback, LinkPurpose.UndoOutcome, LinkPurpose.Contest,
        LinkPurpose.Manage,
    ];

    private static readonly Duration Lifetime = Duration.FromMinutes(10);

    /// <inheritdoc cref="ForAsync(Person, Lead, CancellationToken)"/>
    public async Task<ImmutableArray<LinkPage.Shown>> ForAsync(Person reader, LeadId id, CancellationToken cancellation) =>
        await turns.FindAsync(id, cancellation) is { Reception: not null } lead ? await ForAsync(reader, lead, cancellation) : [];

    /// <summary>What the reader can do now, each as the page of a link with its choices; none: the reader only looks.</summary>
    public async Task<ImmutableArray<LinkPage.Shown>> ForAsync(Person reader, Lead lead, CancellationToken cancellation)
    {
        var decide = await trial.OnAsync(lead, cancellation);
        var now = clock.GetCurrentInstant();
        var shown = ImmutableArray.CreateBuilder<LinkPage.Shown>();
        foreach (var purpose in Purposes.Where(purpose => May(purpose, reader.Id, lead, decide)))
        {
            var grant = Grant(purpose, reader.Id, lead, now);
            var choices = await choosing.ForAsync(grant, reader, lead, cancellation);
            shown.Add(new(grant, reader, Item: null, IsOver: false, Notice: null, choices, now));
        }

        return shown.ToImmutable();
    }

    /// <summary>Carries out a form. Null: there is no such lead, or it is not the viewer's to act on.</summary>
    public async Task<LinkAnswer?> ActAsync(Viewer viewer, LeadId id, LinkForm form, CancellationToken cancellation)
    {
        if (viewer.Person is not { } reader || await turns.FindAsync(id, cancellation) is not { Reception: not null } lead)
            return null;
        var decide = await trial.OnAsync(lead, cancellation);
        var purpose = PurposeOf(form.Action, reader.Id, lead, decide);
        // Whoever has given a lead away sees it no more, and may take back what they did.
        if (!TeamStanding.MayOpen(company, purpose, lead, reader.Id)
            || !(viewer.Sight.Sees(lead) || (purpose.Undoes() && May(purpose, reader.Id, lead, decide))))
            return null;
        return await pages.ActAsync(Grant(purpose, reader.Id, lead, clock.GetCurrentInstant()), form, cancellation);
    }

    private bool May(LinkPurpose purpose, PersonId who, Lead lead, Func<LeadCommand, Answer> decide)
    {
        if (!TeamStanding.MayOpen(company, purpose, lead, who)
            || LinkTrial.CommandOf(purpose, who, lead.Offer?.Number ?? 0) is not { } command)
            return false;
        var answer = decide(command);
        // A manager who has the lead can still give it away, or silence its alerts.
        return answer is Answer.Done || (answer is Answer.AlreadyDone && purpose == LinkPurpose.Manage);
    }

    private LinkPurpose PurposeOf(string? action, PersonId who, Lead lead, Func<LeadCommand, Answer> decide) => action switch
    {
        "accept" or "decline" => LinkPurpose.Offer,
        "later" or "unplan" => lead.Status == LeadStatus.SalesQualified ? LinkPurpose.Outcome : LinkPurpose.Feedback,
        "feedback" => LinkPurpose.Feedback,
        "outcome" => LinkPurpose.Outcome,
        "confirm" => LinkPurpose.Confirm,
        "undo" => Purposes.Where(purpose => purpose.Undoes()).FirstOrDefault(
            purpose => May(purpose, who, lead, decide), lead.LastReply is { } reply ? reply.Kind.Undo() : LinkPurpose.Undo),
        "take" or "assign" or "snooze" or "acknowledge" or "unsnooze" => LinkPurpose.Manage,
        "uphold" or "overturn" => LinkPurpose.Contest,
        _ => LinkPurpose.Contacted,
    };

    private static LinkGrant Grant(LinkPurpose purpose, PersonId who, Lead lead, Instant now) =>
        new(purpose, who, lead.Id, lead.Offer?.Number ?? 0, now + Lifetime);
}
