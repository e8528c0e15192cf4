using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.People;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>Turns what a link page posts into a command, and the answer into what the page says.</summary>
public sealed class LinkActions(CompanyInForce company, LeadTurns turns, PeopleAbsence absence, IClock clock)
{
    private const int LongestNote = 10_000;

    /// <summary>Carries out a form on behalf of the link's person.</summary>
    /// <param name="grant">The link.</param>
    /// <param name="reader">Its person.</param>
    /// <param name="form">What was posted.</param>
    /// <param name="opened">The lead of the link as it is; null: there is none, or the link is of none.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What the page says, and the lead after it.</returns>
    public async Task<(LinkNotice Notice, LinkResult Result, OpenedLead? Lead)> ActAsync(
        LinkGrant grant, Person reader, LinkForm form, OpenedLead? opened, CancellationToken cancellation)
    {
        if (grant.Lead is not { } id)
            return With(await AbsenceAsync(reader, form, cancellation), null);
        if (form.Note?.Length > LongestNote)
            return With(Invalid("note"), opened);
        if (grant.Purpose == LinkPurpose.Manage && opened?.Lead is { } managed && !TeamStanding.AnswersFor(company, managed, reader.Id))
            return (TeamStanding.NoLonger(company, managed), LinkResult.TooLate, opened);
        var (command, wrong) = CommandOf(grant, reader, form);
        if (command is null)
            return With(Invalid(wrong), opened);
        var extras = string.IsNullOrWhiteSpace(form.Note)
            ? TurnExtras.None
            : new TurnExtras { Note = new(clock.GetCurrentInstant(), reader.Id.Address, form.Action!, form.Note.Trim()) };
        var turn = await turns.DecideAsync(id, [command], extras, opened, cancellation);
        return turn.Lead is { } lead
            ? With(Told(grant, lead, command, turn.Answer), turn.Opened)
            : (new(LinkNoticeCode.Ended), LinkResult.TooLate, null);
    }

    private static (LinkNotice, LinkResult, OpenedLead?) With((LinkNotice Notice, LinkResult Result) told, OpenedLead? lead) => (told.Notice, told.Result, lead);

    private (LeadCommand? Command, string Wrong) CommandOf(LinkGrant grant, Person reader, LinkForm form) => (grant.Purpose, form.Action) switch
    {
        (LinkPurpose.Offer, "accept") => (new AcceptOffer(reader.Id, grant.Offer), ""),
        (LinkPurpose.Offer, "decline") => string.IsNullOrEmpty(form.Reason) ? (null, "reason") : (new DeclineOffer(reader.Id, grant.Offer, form.Reason), ""),
        (LinkPurpose.Undo, "undo") => (new UndoAccept(reader.Id), ""),
        (LinkPurpose.UndoDecline or LinkPurpose.UndoContact or LinkPurpose.UndoFeedback, "undo") =>
            (new UndoReply(reader.Id, grant.Purpose.Reply()!.Value), ""),
        (LinkPurpose.Contacted, "contacted") => LeadWords.ContactWayOf(form.How) is { } how ? (new RecordContact(reader.Id, how), "") : (null, "how"),
        (LinkPurpose.Feedback, "feedback") => form switch
        {
            { Outcome: "qualified" } => (new GiveFeedback(reader.Id, null), ""),
            { Outcome: "returned", Reason: { Length: > 0 } reason } => (new GiveFeedback(reader.Id, reason), ""),
            { Outcome: "returned" } => (null, "reason"),
            _ => (null, "outcome"),
        },
        (LinkPurpose.Manage, "take") => (new TakeLead(reader.Id), ""),
        (LinkPurpose.Manage, "assign") => RepOf(form.Rep) is { } rep ? (new AssignLead(reader.Id, rep), "") : (null, "rep"),
        (LinkPurpose.Manage, "snooze") => form.Until is { } text && WhenText.Read(text, reader.Calendar.Zone, endOfDay: false) is { } until
            ? (new SnoozeAlerts(reader.Id, until), "")
            : (null, "until"),
        _ => (null, "action"),
    };

    private PersonId? RepOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var named = company.Staff.People.Values.FirstOrDefault(person => person.Id.Opaque() == text || person.Id == PersonId.Of(text));
        return named?.Id;
    }

    private (LinkNotice, LinkResult) Told(LinkGrant grant, Lead lead, LeadCommand command, Answer answer) => answer switch
    {
        Answer.Done or Answer.AlreadyDone => (Done(lead, command), LinkResult.Done),
        Answer.TooLate late => (Late(grant, lead, late.Cause), LinkResult.TooLate),
        Answer.Refused refused => Invalid(refused.Cause switch
        {
            RefusalCause.UnknownReason => "reason",
            RefusalCause.UnknownRep => "rep",
            RefusalCause.BadSnooze => "until",
            _ => throw new InvalidOperationException($"No rule for {refused.Cause}."),
        }),
        _ => throw new InvalidOperationException($"No rule for {answer.GetType().Name}."),
    };

    private LinkNotice Done(Lead lead, LeadCommand command) => command switch
    {
        AcceptOffer => new(LinkNoticeCode.YouAccepted, At: lead.Acceptance?.At),
        DeclineOffer => new(LinkNoticeCode.YouDeclined) { Fate = LinkStanding.FateOf(lead) },
        UndoAccept => new(LinkNoticeCode.Undone),
        UndoReply { Reply: ReplyKind.Decline } => new(LinkNoticeCode.DeclineUndone),
        UndoReply { Reply: ReplyKind.Contact } => new(LinkNoticeCode.ContactUndone),
        UndoReply => new(LinkNoticeCode.FeedbackUndone),
        RecordContact => new(LinkNoticeCode.ContactRecorded),
        GiveFeedback { Reason: null } => new(LinkNoticeCode.FeedbackQualified),
        GiveFeedback => new(LinkNoticeCode.FeedbackReturned) { Fate = LinkStanding.FateOf(lead) },
        TakeLead => new(LinkNoticeCode.YouTook),
        AssignLead assigned => new(LinkNoticeCode.AssignedTo, company.NameOf(assigned.To), At: ToldAt(lead, assigned.To)),
        SnoozeAlerts snoozed => new(LinkNoticeCode.SnoozedUntil, At: snoozed.Until),
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    /// <summary>When the mail that tells the person of the lead goes, where it waits.</summary>
    private static Instant? ToldAt(Lead lead, PersonId who) =>
        lead.Outbox.LastOrDefault(message => message.IsHeld && message.To == who && message.TellsOfLead)?.NotBefore;

    private LinkNotice Late(LinkGrant grant, Lead lead, LateCause cause)
    {
        var owner = lead.Owner.Who is { } who ? company.NameOf(who) : null;
        var isOffered = lead.Status == LeadStatus.Offered;
        return cause switch
        {
            LateCause.OthersAccepted => new(LinkNoticeCode.OthersAccepted,
                lead.Acceptance is { } acceptance ? company.NameOf(acceptance.By) : owner, lead.Acceptance?.At),
            LateCause.OfferOver => new(LinkNoticeCode.OfferOver, owner, LinkStanding.HeldSince(lead)) { IsOffered = isOffered },
            LateCause.AlreadyDeclined => new(LinkNoticeCode.AlreadyDeclined) { Fate = LinkStanding.FateOf(lead) },
            LateCause.UndoOver => new(LinkNoticeCode.UndoOver, owner),
            LateCause.NotYours => new(LinkNoticeCode.NotYours, owner, LinkStanding.HeldSince(lead)) { IsOffered = isOffered },
            LateCause.Ended or LateCause.NotYet => new(lead.Status == LeadStatus.Erased ? LinkNoticeCode.Erased : LinkNoticeCode.Ended),
            _ => throw new InvalidOperationException($"No rule for {cause} on {grant.Purpose}."),
        };
    }

    private async Task<(LinkNotice, LinkResult)> AbsenceAsync(Person reader, LinkForm form, CancellationToken cancellation)
    {
        if (await absence.NoteOwnAsync(reader, new(form.Action, null, form.Until), cancellation) is { } invalid)
            return Invalid(invalid.Field);
        var until = company.Staff.Find(reader.Id)?.AbsenceAt(clock.GetCurrentInstant())?.End;
        return (form.Action == "back" ? new(LinkNoticeCode.NotedBack) : new(LinkNoticeCode.NotedAway, At: until), LinkResult.Done);
    }

    private static (LinkNotice, LinkResult) Invalid(string field) => (new(LinkNoticeCode.Invalid, Field: field), LinkResult.Invalid);
}
