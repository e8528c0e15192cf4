using System.Collections.Immutable;
using Handoff.Service.Health;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.People;
using Handoff.Web.Health;
using Handoff.Web.Intake;
using Handoff.Web.Links;
using Handoff.Web.MailboxPages;

namespace Handoff.Web.OpenApi;

/// <summary>The descriptions of all endpoints.</summary>
internal static class Operations
{
    internal const string NoAdmin = "The administrator's key is missing or wrong.";
    private const string NoLead = "There is no lead with this id.";
    private const string LeadIdIs = "The id that the intake answered.";

    public static Operation Intake { get; } = new("receiveLead", "Intake", "Takes a lead")
    {
        Description = "The lead is stored, durably, when 202 is answered. The same delivery sent twice (Idempotency-Key, else the same body within 10 minutes) gets the same answer.",
        PathParameter = "The source's name in sources.yaml.",
        TakesSourceKey = true,
        Parameters = [new("Idempotency-Key", InHeader: true, "One of your own for each lead, at most 255 characters.")],
        Body = new("The lead's fields, by the names that the source maps; at most 1 MiB and 200 fields. A source takes JSON or forms.",
            ("application/json", null), ("application/x-www-form-urlencoded", null), ("multipart/form-data", null)),
        Answers =
        [
            OperationAnswer.Json<IntakeReceipt>(
                202, "Stored. Who sends the source's key in the header, or the administrator's, is told status, tier "
                    + "and score; the public the id only."),
            OperationAnswer.Empty(303, "Stored; a visitor's browser goes to the source's thanks."),
            OperationAnswer.Problem(400, "The body cannot be read."),
            OperationAnswer.Problem(401, "The source's key is missing or wrong."),
            OperationAnswer.Problem(404, "There is no such source."),
            OperationAnswer.Problem(413, "The body is larger than 1 MiB."),
            OperationAnswer.Problem(415, "The body is not in the source's format, or in a charset that is not known."),
            OperationAnswer.Problem(422, "The lead cannot be used; errors says what to send, field by field."),
            OperationAnswer.Problem(429, "Too many leads at once; Retry-After says when to send it again."),
            OperationAnswer.Problem(503, "The store does not answer; Retry-After says when to send it again."),
        ],
    };

    public static Operation Lead { get; } = new("findLead", "Leads", "Reads the life of a lead")
    {
        IsAdministration = true,
        PathParameter = LeadIdIs,
        Answers = [OperationAnswer.Json<LeadView>(200, "The lead, without personal data."), OperationAnswer.Problem(401, NoAdmin), OperationAnswer.Problem(404, NoLead)],
    };

    public static Operation Erase { get; } = new("eraseLead", "Leads", "Erases a lead's personal data everywhere")
    {
        IsAdministration = true,
        PathParameter = LeadIdIs,
        Answers = [OperationAnswer.Empty(204, "Erased, now or before."), OperationAnswer.Problem(401, NoAdmin), OperationAnswer.Problem(404, NoLead)],
    };

    public static Operation Outcome { get; } = new("recordOutcome", "Leads", "Records what became of a lead, from the CRM")
    {
        IsAdministration = true,
        PathParameter = LeadIdIs,
        Body = new("outcome is qualified, won or lost.", ("application/json", typeof(OutcomeReport))),
        Answers =
        [
            OperationAnswer.Json<LeadView>(200, "Recorded, now or before."),
            OperationAnswer.Problem(400, "The body is not a JSON object."),
            OperationAnswer.Problem(401, NoAdmin),
            OperationAnswer.Problem(404, NoLead),
            OperationAnswer.Problem(409, "The lead cannot have this outcome in its present status."),
            OperationAnswer.Problem(413, "The body is larger than 64 KiB."),
            OperationAnswer.Problem(415, "The body is not application/json."),
            OperationAnswer.Problem(422, "A field is missing or wrong."),
        ],
    };

    public static Operation People { get; } = new("listPeople", "People", "Lists everybody with their ids")
    {
        IsAdministration = true,
        Answers = [OperationAnswer.Json<ImmutableArray<PersonView>>(200, "Everybody."), OperationAnswer.Problem(401, NoAdmin)],
    };

    public static Operation Absence { get; } = new("noteAbsence", "People", "Notes that somebody is away or back")
    {
        IsAdministration = true,
        PathParameter = "The person's id in the list of people.",
        Body = new("action is away or back; from and until are dates (both included), local times or instants, in the person's zone.", ("application/json", typeof(AbsenceReport))),
        Answers =
        [
            OperationAnswer.Json<PersonView>(200, "Noted."),
            OperationAnswer.Problem(400, "The body is not a JSON object."),
            OperationAnswer.Problem(401, NoAdmin),
            OperationAnswer.Problem(404, "There is nobody with this id."),
            OperationAnswer.Problem(413, "The body is larger than 64 KiB."),
            OperationAnswer.Problem(415, "The body is not application/json."),
            OperationAnswer.Problem(422, "A field is missing or wrong."),
        ],
    };

    public static Operation SendGridEvents { get; } = new("receiveSendGridEvents", "Events", "Takes what SendGrid tells of mails that it took")
    {
        Description = "The signed event webhook. The same event twice changes nothing; events of other mails and of other kinds are passed over.",
        Parameters =
        [
            new("X-Twilio-Email-Event-Webhook-Signature", InHeader: true, "ECDSA signature of the timestamp and the raw body."),
            new("X-Twilio-Email-Event-Webhook-Timestamp", InHeader: true, "When it was signed, in seconds since 1970."),
        ],
        Body = new("An array of events; at most 1 MiB.", ("application/json", typeof(IReadOnlyList<Dictionary<string, string>>))),
        Answers =
        [
            OperationAnswer.Empty(204, "Recorded, now or before."),
            OperationAnswer.Problem(400, "The body is not a JSON array."),
            OperationAnswer.Problem(401, "The signature or its time is missing or wrong."),
            OperationAnswer.Problem(404, "The webhook is closed: no verification key is set."),
            OperationAnswer.Problem(413, "The body is larger than 1 MiB."),
            OperationAnswer.Problem(503, "The store does not answer; SendGrid tells it again."),
        ],
    };

    public static Operation Live { get; } = new("live", "Health", "Says that the process serves") { Answers = [OperationAnswer.Json<Liveness>(200, "It does.")] };

    public static Operation Ready { get; } = new("ready", "Health", "Says how the product is")
    {
        Answers = [OperationAnswer.Json<HealthReport>(200, "The store answers."), OperationAnswer.Json<HealthReport>(503, "The store does not answer.")],
    };

    public static Operation Heartbeat { get; } = new("heartbeat", "Health", "Says to an outside watchdog whether the promises are kept")
    {
        Description = "Call it every minute or two, and wake somebody when it does not answer 200. An answer is at most ten seconds old, however many ask.",
        Answers =
        [
            OperationAnswer.Json<HeartbeatReport>(200, "Every clock is running."),
            OperationAnswer.Json<HeartbeatReport>(503, "The store does not answer, the reconciler is silent, something is overdue, no e-mail goes, or a changed agreement was refused."),
        ],
    };

    public static Operation Welcome { get; } = new("welcome", "Mailbox", "Greets a newcomer: a form that posts a lead, and the latest messages")
    {
        IsAdministration = true,
        Parameters = [new("lead", InHeader: false, "The lead that the form has posted.")],
        Answers = [OperationAnswer.Page(200, "The page."), OperationAnswer.Problem(401, NoAdmin)],
    };

    public static Operation WelcomeForm { get; } = new("postFromWelcome", "Mailbox", "Posts a lead from the form of the greeting page")
    {
        IsAdministration = true,
        Body = new("The lead's fields, by our names.", ("application/x-www-form-urlencoded", null)),
        Answers =
        [
            OperationAnswer.Empty(303, "Stored; the page shows it."),
            OperationAnswer.Page(422, "The lead cannot be used; the page says what to correct."),
            OperationAnswer.Problem(400, "The form cannot be read."),
            OperationAnswer.Problem(401, NoAdmin),
            OperationAnswer.Problem(403, "It was posted from another site."),
            OperationAnswer.Problem(413, "The form is too large."),
            OperationAnswer.Problem(415, "It is no form."),
            OperationAnswer.Problem(429, "Too many leads at once."),
        ],
    };

    public static Operation Mailbox { get; } = new("showMailbox", "Mailbox", "Shows every message that would have been sent, the newest first")
    {
        IsAdministration = true,
        Parameters =
        [
            new("id", InHeader: false, "The message that is shown; the newest if not said."),
            new("limit", InHeader: false, "How many at most."),
            new("view", InHeader: false, "html, text or raw."),
            new("width", InHeader: false, "desktop or phone."),
            new("scheme", InHeader: false, "light or dark."),
        ],
        Answers = [OperationAnswer.Page(200, "The messages."), OperationAnswer.Problem(401, NoAdmin), OperationAnswer.Problem(404, "There is no such message.")],
    };

    public static Operation MailboxMessages { get; } = new("listMessages", "Mailbox", "Lists every message that would have been sent, the newest first")
    {
        IsAdministration = true,
        Parameters = [new("limit", InHeader: false, "How many at most, from 1 to 10,000.")],
        Answers = [OperationAnswer.Json<ImmutableArray<MailboxEntry>>(200, "The messages."), OperationAnswer.Problem(400, "The limit is no number from 1 to 10,000."), OperationAnswer.Problem(401, NoAdmin)],
    };

    public static Operation MailboxHtml { get; } = new("showMessageHtml", "Mailbox", "Shows the HTML of a message")
    {
        IsAdministration = true,
        PathParameter = "The message's id.",
        Answers = [OperationAnswer.Page(200, "The HTML."), OperationAnswer.Problem(401, NoAdmin), OperationAnswer.Problem(404, "There is no such message.")],
    };

    public static Operation LinkPage(LinkAudience audience) => new(audience == LinkAudience.Rep ? "showRepLink" : "showManagerLink", "Links", "Shows what a link in a mail is about; changes nothing")
    {
        PathParameter = "The link's token.",
        Answers = [OperationAnswer.Page(200, "What can be done, or why nothing can."), .. NoLink],
    };

    public static Operation LinkForm(LinkAudience audience) => new(audience == LinkAudience.Rep ? "actOnRepLink" : "actOnManagerLink", "Links", "Carries out what the form of a link's page asks")
    {
        Description = "action is accept, decline, undo, contacted, feedback, take, assign, snooze, away or back, as the link's purpose allows.",
        PathParameter = "The link's token.",
        Body = new("At most 64 KiB.", ("application/x-www-form-urlencoded", typeof(LinkForm)), ("multipart/form-data", typeof(LinkForm))),
        Answers =
        [
            OperationAnswer.Page(200, "Done, now or before."),
            OperationAnswer.Page(400, "The form cannot be read."),
            .. NoLink,
            OperationAnswer.Page(409, "Too late; the page says who was first, or where the lead is now."),
            OperationAnswer.Page(413, "The form is larger than 64 KiB."),
            OperationAnswer.Page(415, "The body is not a form."),
            OperationAnswer.Page(422, "Something is missing or wrong; the page says what."),
        ],
    };

    private static OperationAnswer[] NoLink => [OperationAnswer.Page(404, "The link is altered, or not ours."), OperationAnswer.Page(410, "The link's time is over.")];
}
