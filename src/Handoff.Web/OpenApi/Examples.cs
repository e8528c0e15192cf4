using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Figures;
using Handoff.Service.Health;
using Handoff.Service.Leads;
using Handoff.Service.People;
using Handoff.Service.Privacy;
using Handoff.Web.Consent;
using Handoff.Web.Health;
using Handoff.Web.Http;
using Handoff.Web.Intake;
using Handoff.Web.MailboxPages;
using Handoff.Web.Problems;
using NodaTime;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Handoff.Web.OpenApi;

/// <summary>
/// Examples of what is sent or answered: made of the thing itself, so they cannot have another shape. What one endpoint alone sends or
/// takes has its example there.
/// </summary>
internal static class Examples
{
    public const string Lead = "019aad0c5f6e7d11a0b1c2d3e4f50617";
    public const string Anna = "3f9a6c1d20b84e57a1c2";
    public static readonly Instant Received = Instant.FromUtc(2026, 11, 24, 9, 0);
    public static readonly Instant Due = Instant.FromUtc(2026, 11, 24, 9, 30);
    public static readonly Instant Later = Instant.FromUtc(2026, 11, 24, 9, 12);
    public static readonly ImmutableSortedDictionary<string, string> Campaign =
        ImmutableSortedDictionary<string, string>.Empty.Add("campaign", "spring");
    private static readonly PersonView Person = new(Anna, "anna.greco@acme.example", "Anna Greco", "rep", "north", false, null);

    private static readonly PersonLead Rosa = new(
        Lead, Received, "website", "accepted", "hot", 72, "form = demo: +40", null, null,
        new("rosa@bianchi.example", null, "Rosa Bianchi", "Bianchi Spa", null, "IT", "Can you show us the product?"),
        new Dictionary<string, string> { ["email"] = "rosa@bianchi.example", ["form"] = "demo" }, new Dictionary<string, string>(),
        Campaign, Campaign, Campaign, null, null, [new(Later, "contacted", "Wants a demo in May.")],
        [new(Received, "received", "Received from website.")], [new(Received, "offer", "a colleague")],
        [new("crm", "lead.accepted", Later, [])]);

    private static readonly ProblemKind NotNow = new(
        "https://handoff.example/problems/not-now", "not-now", 409, "The lead is in a status in which this cannot be.",
        "Look at leadStatus, and ask again when that has changed.");

    private static readonly FrozenDictionary<Type, object> All = new object[]
    {
        new IntakeReceipt(Lead, "offered", "hot", 72),
        new LeadView(
            Lead, "accepted", "hot", 72, "anna.greco@acme.example", [new("accept", "30m", Received, Due, "met")],
            [new(Received, "received", "Received from website."), new(Later, "accepted", "Anna Greco accepted.")])
        {
            Dimensions = Campaign,
            FirstTouch = Campaign,
            LastTouch = Campaign,
            Next = "2026-12-01",
            ToldTo = [new("crm", Later, Later)],
        },
        NotNow,
        ImmutableArray.Create(NotNow),
        Person,
        ImmutableArray.Create(Person),
        new OutcomeReport("won", 12_500m, "EUR", null),
        new ConsentReport("no"),
        new AbsenceReport("away", "2026-12-24", "2027-01-06"),
        new HealthReport(true, Later, Later, 0, null, 1.2, "2026-11", [], 0, null, 1),
        new HeartbeatReport("running", "Handoff is well."),
        new Liveness("alive"),
        ImmutableArray.Create(new MailboxEntry(
            "m1", "offer", "anna.greco@acme.example", "New lead", Received, "A new lead is yours.",
            [new("offer", "https://handoff.example/r/TOKEN")])),
        new PersonFile(Later, [Rosa], []),
    }.ToFrozenDictionary(example => example.GetType());

    /// <summary>An example as it would be sent.</summary>
    public static JsonNode Write<T>(T example)
        where T : notnull => JsonSerializer.SerializeToNode(example, WebJson.Default.GetTypeInfo(typeof(T))
            ?? throw new InvalidOperationException($"WebJson does not know {typeof(T).Name}."))!;

    /// <summary>The example of a type; null: it has none.</summary>
    public static JsonNode? Of(Type type) => type == typeof(Scorecard) ? OfScorecard()
        : type == typeof(IReadOnlyList<Dictionary<string, string>>) ? MailEvents()
        : All.TryGetValue(type, out var example) && WebJson.Default.GetTypeInfo(type) is { } contract
        ? JsonSerializer.SerializeToNode(example, contract) : null;

    private static JsonArray MailEvents() =>
        [new JsonObject { ["email"] = "anna.greco@acme.example", ["event"] = "delivered", ["sg_event_id"] = "ZGVsaXZlcmVk" }];

    /// <summary>A month of the sample, with one item of each list, as it was answered: it counts too many leads to be made here.</summary>
    private static JsonNode? OfScorecard()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("examples/scorecard.json")
            ?? throw new InvalidOperationException("The example of the scorecard is part of this assembly.");
        return JsonNode.Parse(stream);
    }

    /// <summary>The example of a problem.</summary>
    public static JsonNode? OfProblem(int status, string detail) =>
        JsonSerializer.SerializeToNode(
            Problem.Of(status, detail) with { Type = $"https://handoff.example/{ProblemTypes.Path}/{ProblemTypes.Of(status)}" },
            WebJson.Default.Problem);

    /// <summary>A lead as a form posts it, for the intake.</summary>
    public static JsonNode PostedLead() => new JsonObject
    {
        ["email"] = "rosa@bianchi.example", ["name"] = "Rosa Bianchi", ["company"] = "Bianchi Spa", ["country"] = "IT", ["form"] = "demo",
        ["message"] = "Can you show us the product?",
    };
}
