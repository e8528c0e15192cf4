using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Mail;
using Handoff.Service.Telemetry;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>What the links in mails open and do. Opening never acts (promise 6).</summary>
public sealed class LinkPages(
    CompanyInForce company, LeadTurns turns, LeadVault vault, MailMaking making, LinkMaker links,
    LinkChoosing choosing, LinkTrial trial, LinkActions actions, IClock clock)
{
    public async Task<LinkPage> OpenAsync(LinkGrant grant, CancellationToken cancellation)
    {
        if (ReaderOf(grant) is not { } reader)
            return new LinkPage.Expired(company.Staff.Find(grant.Person));
        using var span = Spans.Click(grant, action: null);
        var shown = await ShowAsync(grant, reader, await OpenLeadAsync(grant, cancellation), notice: null, cancellation);
        span.Showed(shown, result: null);
        return shown;
    }

    /// <summary>Carries out what the form asks, at once.</summary>
    public async Task<LinkAnswer> ActAsync(LinkGrant grant, LinkForm form, CancellationToken cancellation)
    {
        if (ReaderOf(grant) is not { } reader)
            return new(new LinkPage.Expired(company.Staff.Find(grant.Person)), LinkResult.NoLink);
        using var span = Spans.Click(grant, form.Action ?? "");
        var (notice, result, lead) = await actions.ActAsync(grant, reader, form, await OpenLeadAsync(grant, cancellation), cancellation);
        var shown = await ShowAsync(grant, reader, lead ?? await OpenLeadAsync(grant, cancellation), notice, cancellation);
        var answer = new LinkAnswer(shown, shown is LinkPage.Shown ? result : LinkResult.NoLink);
        span.Showed(shown, answer.Result);
        return answer;
    }

    /// <summary>The link's person; null: its time is over, or the person has left the files.</summary>
    private Person? ReaderOf(LinkGrant grant) => grant.ExpiresAt <= clock.GetCurrentInstant() ? null : company.Staff.Find(grant.Person);

    /// <summary>
    /// The lead of a link with its personal data, read after its head: a note is added to what stands. Null: there is none, or it was
    /// erased.
    /// </summary>
    private async Task<OpenedLead?> OpenLeadAsync(LinkGrant grant, CancellationToken cancellation)
    {
        if (grant.Lead is not { } id || await turns.OpenAsync(id, cancellation) is not { } opened)
            return null;
        return opened.Lead.Status != LeadStatus.Erased
            && await vault.OpenWithKeyAsync(id.Value, known: null, cancellation) is var (key, record)
            ? opened with { Key = key, Record = record }
            : opened;
    }

    private async Task<LinkPage> ShowAsync(
        LinkGrant grant, Person reader, OpenedLead? opened, LinkNotice? notice, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (grant.Lead is not { } id)
        {
            var present = company.Staff.Find(reader.Id) ?? reader;
            return new LinkPage.Shown(
                grant, present, null, IsOver: false, notice, new() { IsAway = present.AbsenceAt(now) is not null }, now);
        }

        if (opened?.Lead is not { } lead)
            return new LinkPage.Unknown();
        if (lead.Status == LeadStatus.Erased || (opened.Record ?? await vault.OpenAsync(id.Value, cancellation)) is not { } record)
            return new LinkPage.Shown(grant, reader, null, IsOver: true, new(LinkNoticeCode.Erased), new(), now);
        if (!TeamStanding.MayOpen(company, grant.Purpose, lead, reader.Id))
            return new LinkPage.Shown(grant, reader, null, IsOver: true, TeamStanding.NoLonger(company, lead, reader.Language), new(), now);
        var decide = await trial.OnAsync(lead, cancellation);
        var (over, isOver) = Over(grant, reader.Language, lead, decide);
        var about = new MessageAbout
        {
            Offer = grant.Offer,
            Clock = lead.UnmetClock?.Name,
            Reason = grant.Purpose == LinkPurpose.Contest ? lead.Milestones.Ending?.Reason : null,
        };
        var item = await making.ItemAsync(
            reader, opened with { Record = record }, KindOf(grant.Purpose, notice), about, withLinks: false, cancellation);
        // What was answered leads on to what can be done now; what can still be answered has its own buttons.
        if (isOver || grant.Purpose == LinkPurpose.Manage || notice is { Code: not LinkNoticeCode.Invalid })
        {
            var steps = LinkTrial.LeadsOn(grant, lead, decide);
            item = item with { Links = [.. steps.Select(one => links.Make(one.Purpose, reader.Id, lead.Id, one.Offer, one.ToldAt))] };
        }

        var choices = isOver ? new() : await choosing.ForAsync(grant, reader, lead, cancellation);
        return new LinkPage.Shown(grant, reader, item, isOver, notice ?? over, choices, now) { Naming = company.Naming };
    }

    /// <summary>What the link's own command would be answered, where it would change nothing.</summary>
    private (LinkNotice? Notice, bool IsOver) Over(
        LinkGrant grant, Language language, Lead lead, Func<LeadCommand, Answer> decide)
    {
        var command = LinkTrial.CommandOf(grant.Purpose, grant.Person, grant.Offer)
            ?? throw new InvalidOperationException("A link of a lead is for something.");
        var answer = decide(command);
        // A manager who has the lead can still give it away, or silence its alerts; a head may still think otherwise.
        return answer is Answer.Done
            || (answer is Answer.AlreadyDone && (grant.Purpose == LinkPurpose.Manage || lead.Contest is { IsOpen: true }))
            ? (null, false)
            : (LinkNotices.Of(company, lead, command, answer, language).Notice, true);
    }

    /// <summary>What the page is about: what can be done next after an act, else the link's own purpose.</summary>
    private static MessageKind KindOf(LinkPurpose purpose, LinkNotice? notice) => (notice?.Code, purpose) switch
    {
        (LinkNoticeCode.YouAccepted or LinkNoticeCode.YouTook, _) => MessageKind.Accepted,
        (LinkNoticeCode.ContactRecorded, _) => MessageKind.GiveFeedback,
        (_, LinkPurpose.Offer or LinkPurpose.UndoDecline) => MessageKind.Offer,
        (_, LinkPurpose.Undo or LinkPurpose.Contacted or LinkPurpose.UndoContact or LinkPurpose.Confirm) => MessageKind.Accepted,
        (_, LinkPurpose.Feedback or LinkPurpose.UndoFeedback or LinkPurpose.Outcome or LinkPurpose.UndoOutcome) =>
            MessageKind.GiveFeedback,
        (_, LinkPurpose.Contest) => MessageKind.Contested,
        _ => MessageKind.Breach,
    };
}
