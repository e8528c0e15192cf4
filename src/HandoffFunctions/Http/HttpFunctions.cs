using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace HandoffFunctions.Http;

/// <summary>
/// A function for every route of the product but the mailbox (DESIGN section 8). Who may do what is decided behind them, as on the embedded host; a
/// test compares the two lists.
/// </summary>
internal sealed class HttpFunctions(HandoffSurface surface)
{
    [Function(nameof(Home))]
    public IResult Home([HttpTrigger(Anonymous, "get", "head", Route = "{nothing:maxlength(0)?}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(ReceiveLead))]
    public IResult ReceiveLead([HttpTrigger(Anonymous, "post", "options", Route = "api/leads/{source}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(FindOrEraseLead))]
    public IResult FindOrEraseLead([HttpTrigger(Anonymous, "get", "delete", Route = "api/leads/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(RecordOutcome))]
    public IResult RecordOutcome([HttpTrigger(Anonymous, "post", Route = "api/leads/{id}/outcome")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(ListPeople))]
    public IResult ListPeople([HttpTrigger(Anonymous, "get", Route = "api/people")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(ListAudit))]
    public IResult ListAudit([HttpTrigger(Anonymous, "get", Route = "api/audit")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(NoteAbsence))]
    public IResult NoteAbsence([HttpTrigger(Anonymous, "post", Route = "api/people/{id}/absence")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(RepLink))]
    public IResult RepLink([HttpTrigger(Anonymous, "get", "head", "post", Route = "r/{token}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(ManagerLink))]
    public IResult ManagerLink([HttpTrigger(Anonymous, "get", "head", "post", Route = "m/{token}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(SendGridEvents))]
    public IResult SendGridEvents([HttpTrigger(Anonymous, "post", Route = "api/events/sendgrid")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(Live))]
    public IResult Live([HttpTrigger(Anonymous, "get", "head", Route = "healthz")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(Ready))]
    public IResult Ready([HttpTrigger(Anonymous, "get", "head", Route = "readyz")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(Heartbeat))]
    public IResult Heartbeat([HttpTrigger(Anonymous, "get", "head", Route = "heartbeat")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(Assets))]
    public IResult Assets([HttpTrigger(Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(OpenApi))]
    public IResult OpenApi([HttpTrigger(Anonymous, "get", Route = "openapi/{documentName}.json")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(BoardPage))]
    public IResult BoardPage([HttpTrigger(Anonymous, "get", "head", Route = "board")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(TeamPage))]
    public IResult TeamPage([HttpTrigger(Anonymous, "get", "head", Route = "team")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(StatusPage))]
    public IResult StatusPage([HttpTrigger(Anonymous, "get", "head", "post", Route = "status")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(SearchLeads))]
    public IResult SearchLeads([HttpTrigger(Anonymous, "post", Route = "leads")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(LeadPage))]
    public IResult LeadPage([HttpTrigger(Anonymous, "get", "head", Route = "leads/{id}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(LeadMail))]
    public IResult LeadMail([HttpTrigger(Anonymous, "get", "head", Route = "leads/{id}/mail/{mail}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(LeadMailHtml))]
    public IResult LeadMailHtml([HttpTrigger(Anonymous, "get", "head", Route = "leads/{id}/mail/{mail}/html")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(SignIn))]
    public IResult SignIn([HttpTrigger(Anonymous, "get", "head", "post", Route = "signin")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(SignInLink))]
    public IResult SignInLink([HttpTrigger(Anonymous, "get", "head", "post", Route = "signin/{token}")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);

    [Function(nameof(SignOut))]
    public IResult SignOut([HttpTrigger(Anonymous, "post", Route = "signout")] HttpRequest request, [DurableClient] DurableTaskClient client) => surface.Answer(client);
}
