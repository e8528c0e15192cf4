namespace Handoff.Web.OpenApi;

/// <summary>The descriptions of the pages for people who are signed in, and of signing in.</summary>
internal static class DeskOperations
{
    private static readonly OperationAnswer ToSignIn = OperationAnswer.Empty(303, "Nobody is signed in: to /signin.");
    private static readonly OperationAnswer NotForYou = OperationAnswer.Page(403, "The page is for managers and the two heads.");
    private static readonly OperationAnswer NotOurForm = OperationAnswer.Page(403, "The form is not one that this session was shown.");
    private static readonly OperationAnswer NotYours = OperationAnswer.Page(404, "There is none, or it is not the reader's to see.");
    private static readonly OperationAnswer LinkOver = OperationAnswer.Page(410, "It was used, or its 15 minutes are over.");
    private static readonly OperationAnswer NoLink = OperationAnswer.Page(404, "The link is altered or not ours.");

    public static Operation SignIn { get; } = new("showSignIn", "Sign-in", "Shows the form that asks for a sign-in link") { Answers = [OperationAnswer.Page(200, "The form.")] };

    public static Operation SendLink { get; } = new("sendSignInLink", "Sign-in", "Sends a sign-in link to an address in people.yaml")
    {
        Body = new("address: the e-mail address.", ("application/x-www-form-urlencoded", null)),
        Answers =
        [
            OperationAnswer.Page(200, "The same for every address."),
            OperationAnswer.Page(403, "Another site posted the form."),
        ],
    };

    public static Operation SignInLink { get; } = new("showSignInLink", "Sign-in", "Shows the button of a sign-in link; changes nothing")
    {
        PathParameter = "The link's token.",
        Answers = [OperationAnswer.Page(200, "The button."), NoLink, LinkOver],
    };

    public static Operation Enter { get; } = new("useSignInLink", "Sign-in", "Signs in by a link, once")
    {
        PathParameter = "The link's token.",
        Answers = [OperationAnswer.Empty(303, "Signed in: to /board."), NoLink, LinkOver],
    };

    public static Operation SignOut { get; } = new("signOut", "Sign-in", "Ends the reader's sessions, on every device")
    {
        Answers = [OperationAnswer.Empty(303, "Signed out: to /signin."), NotOurForm],
    };

    public static Operation Board { get; } = new("showBoard", "Desk", "Shows the open handoffs that the reader may see, the most urgent first")
    {
        Parameters =
        [
            new("team", InHeader: false, "Of a team."), new("owner", InHeader: false, "Of an owner's opaque id, or queue."), new("tier", InHeader: false, "Of a tier."),
            new("source", InHeader: false, "From a source."), new("state", InHeader: false, "In a status; or late, paused."),
            new("page", InHeader: false, "Which page, from 1."), new("wall", InHeader: false, "1: for a screen on the wall."),
        ],
        Answers = [OperationAnswer.Page(200, "The board."), ToSignIn],
    };

    public static Operation Lead { get; } = new("showLead", "Desk", "Shows the life of a lead, event by event")
    {
        PathParameter = "The id that the intake answered.",
        Answers = [OperationAnswer.Page(200, "Its life."), ToSignIn, NotYours],
    };

    public static Operation LeadMail { get; } = new("showLeadMail", "Desk", "Shows an e-mail of a lead as it was sent")
    {
        PathParameter = "The lead's id, and the message's.",
        Answers = [OperationAnswer.Page(200, "The e-mail."), ToSignIn, NotYours],
    };

    public static Operation LeadMailHtml { get; } = new("showLeadMailHtml", "Desk", "Shows the HTML of an e-mail of a lead")
    {
        PathParameter = "The lead's id, and the message's.",
        Answers = [OperationAnswer.Page(200, "The HTML."), ToSignIn, NotYours],
    };

    public static Operation Search { get; } = new("searchLeads", "Desk", "Searches leads by name, company, address or phone; posted, so that no address holds what was searched")
    {
        Body = new("q: what to search; token: the page's token.", ("application/x-www-form-urlencoded", null)),
        Answers = [OperationAnswer.Page(200, "What was found."), ToSignIn, NotOurForm],
    };

    public static Operation Team { get; } = new("showTeam", "Desk", "Shows loads, shifts, absences and the fairness ledger") { Answers = [OperationAnswer.Page(200, "The teams."), ToSignIn, NotForYou] };

    public static Operation Status { get; } = new("showStatus", "Desk", "Shows whether every clock runs and what waits to be delivered")
    {
        Answers = [OperationAnswer.Page(200, "How it is."), ToSignIn, NotForYou],
    };

    public static Operation Retry { get; } = new("retryMessage", "Desk", "Tries a parked message again")
    {
        Body = new("lead, number: the message; token: the page's token.", ("application/x-www-form-urlencoded", null)),
        Answers = [OperationAnswer.Empty(303, "Back to /status."), OperationAnswer.Page(403, "For managers and the two heads, by a form that this session was shown."), NotYours],
    };
}
