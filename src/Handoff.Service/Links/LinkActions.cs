using System.Globalization;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Intake;
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
    /// <param name="opened">The lead of the link as it is; null: there is none, or the link is of none.</param>
    /// <returns>What the page says, and the lead after it.</returns>
    public async Task<(LinkNotice Notice, LinkResult Result, OpenedLead? Lead)> ActAsync(
        LinkGrant grant, Person reader, LinkForm form, OpenedLead? opened, CancellationToken cancellation)
    {
        if (grant.Lead is not { } id)
            return With(await AbsenceAsync(reader, form, cancellation), null);
        if (form.Note?.Length > LongestNote)
            return With(LinkNotices.Invalid("note"), opened);
        if (opened?.Lead is { } managed && !TeamStanding.MayOpen(company, grant.Purpose, managed, reader.Id))
            return (TeamStanding.NoLonger(company, managed, reader.Language), LinkResult.TooLate, opened);
        var (command, wrong) = CommandOf(grant, reader, form);
        if (command is null)
            return With(LinkNotices.Invalid(wrong), opened);
        var extras = string.IsNullOrWhiteSpace(form.Note)
            ? TurnExtras.None
            : new TurnExtras { Note = new(clock.GetCurrentInstant(), reader.Id.Value, form.Action!, form.Note.Trim()) };
        var turn = await turns.DecideAsync(id, [command], extras, opened, cancellation);
        return turn.Lead is { } lead
            ? With(LinkNotices.Of(company, lead, command, turn.Answer, reader.Language), turn.Opened)
            : (LinkNotice.TooLate(LateCause.Ended), LinkResult.TooLate, null);
    }

    private static (LinkNotice, LinkResult, OpenedLead?) With((LinkNotice Notice, LinkResult Result) told, OpenedLead? lead) =>
        (told.Notice, told.Result, lead);

    private (LeadCommand? Command, string Wrong) CommandOf(LinkGrant grant, Person reader, LinkForm form) =>
        (grant.Purpose, form.Action) switch
        {
            (LinkPurpose.Offer, "accept") => (new AcceptOffer(reader.Id, grant.Offer), ""),
            (LinkPurpose.Offer, "decline") =>
                string.IsNullOrEmpty(form.Reason) ? (null, "reason") : (new DeclineOffer(reader.Id, grant.Offer, form.Reason), ""),
            (LinkPurpose.Undo, "undo") => (new UndoAccept(reader.Id), ""),
            (_, "undo") when grant.Purpose.Reply() is { } reply => (new UndoReply(reader.Id, reply), ""),
            (LinkPurpose.Contacted, "contacted") =>
                LeadWords.ContactWayOf(form.How) is not { } how ? (null, "how")
                : form.Next is null ? (new RecordContact(reader.Id, how), "")
                : WhenText.ReadDay(form.Next) is { } next ? (new RecordContact(reader.Id, how, next), "") : (null, "next"),
            (LinkPurpose.Feedback or LinkPurpose.Outcome, "later") =>
                form.Next is { } day && WhenText.ReadDay(day) is { } on ? (new PlanFollowUp(reader.Id, on), "") : (null, "next"),
            (LinkPurpose.Feedback or LinkPurpose.Outcome, "unplan") => (new DropFollowUp(reader.Id), ""),
            (LinkPurpose.Feedback, "feedback") => form switch
            {
                { Outcome: "qualified" } => (new GiveFeedback(reader.Id, null), ""),
                { Outcome: "returned", Reason: { Length: > 0 } reason } => (new GiveFeedback(reader.Id, reason), ""),
                { Outcome: "returned" } => (null, "reason"),
                _ => (null, "outcome"),
            },
            (LinkPurpose.Confirm, "confirm") => (new ConfirmLead(reader.Id), ""),
            (LinkPurpose.Outcome, "outcome") => form switch
            {
                { Outcome: "won" } => Won(reader.Id, form),
                { Outcome: "lost" } => (new TellOutcome(reader.Id, Outcome.Lost), ""),
                { Outcome: "open", Next: null } => (new TellOutcome(reader.Id, null), ""),
                { Outcome: "open", Next: { } again } =>
                    WhenText.ReadDay(again) is { } next ? (new TellOutcome(reader.Id, null, next), "") : (null, "next"),
                _ => (null, "outcome"),
            },
            (LinkPurpose.Contest, "uphold" or "overturn") =>
                (new AnswerContest(reader.Id, form.Action == "overturn", NewLeadId.At(clock.GetCurrentInstant())), ""),
            (LinkPurpose.Manage, "take") => (new TakeLead(reader.Id), ""),
            (LinkPurpose.Manage, "assign") => RepOf(form.Rep) is { } rep ? (new AssignLead(reader.Id, rep), "") : (null, "rep"),
            (LinkPurpose.Manage, "snooze") =>
                form.Until is { } text && WhenText.Read(text, reader.Calendar.Zone, endOfDay: false) is { } until
                ? (new SnoozeAlerts(reader.Id, until), "")
                : (null, "until"),
            (LinkPurpose.Manage, "acknowledge") => (new AcknowledgeAlerts(reader.Id), ""),
            (LinkPurpose.Manage, "unsnooze") => (new EndSnooze(reader.Id), ""),
            _ => (null, "action"),
        };

    private static (LeadCommand? Command, string Wrong) Won(PersonId by, LinkForm form)
    {
        if (form.Amount is null)
            return (new TellOutcome(by, Outcome.Won), "");
        if (!decimal.TryParse(form.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || !LeadAmount.IsAmount(amount))
            return (null, "amount");
        return form.Currency is { } currency && LeadAmount.IsCurrency(currency)
            ? (new TellOutcome(by, Outcome.Won, Amount: amount, Currency: currency.ToUpperInvariant()), "") : (null, "currency");
    }

    private PersonId? RepOf(string? text) =>
        text is null ? null : (company.Staff.Find(new(text)) ?? company.Staff.FindByAddress(text))?.Id;

    private async Task<(LinkNotice, LinkResult)> AbsenceAsync(Person reader, LinkForm form, CancellationToken cancellation)
    {
        var report = new AbsenceReport(form.Action, form.From, form.Until);
        if (await absence.NoteOwnAsync(reader, report, cancellation) is { } invalid)
            return LinkNotices.Invalid(invalid.Field);
        var now = clock.GetCurrentInstant();
        var start = absence.Read(reader, report).From;
        return (form.Action switch
        {
            "back" => new(form.From is null ? LinkNoticeCode.NotedBack : LinkNoticeCode.AwayTakenBack),
            _ when start > now => new(LinkNoticeCode.NotedAwayFrom, At: start),
            _ => new(LinkNoticeCode.NotedAway, At: company.Staff.Find(reader.Id)?.AbsenceAt(now)?.End),
        }, LinkResult.Done);
    }
}
