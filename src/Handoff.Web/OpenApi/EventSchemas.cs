using System.Text.Json.Nodes;
using Handoff.News;
using Microsoft.OpenApi;

namespace Handoff.Web.OpenApi;

/// <summary>
/// The JSON Schemas of public events, one a type, as a webhook gets them: <c>handoff.lead.accepted.v1</c>. What is not said to be null
/// never is, and what is not said to be absent (a name with <c>?</c>) is always there.
/// </summary>
internal static class EventSchemas
{
    /// <summary>Adds them to the description; an event's <c>dataschema</c> leads there.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        var schemas = (document.Components ??= new()).Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var kind in NewsKinds.All)
            schemas[kind.Type()] = Event(kind);
    }

    /// <summary>An event of whichever type; <c>type</c> says whose schema it is.</summary>
    public static OpenApiSchema Any() => Object(
        "CloudEvents 1.0. The schema of the name that type says describes it whole.",
        ("specversion", Text("1.0")), ("id", Text("The one that webhooks get.")), ("source", Text("The product's address.")),
        ("type", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. NewsKinds.All.Select(kind => (JsonNode)kind.Type())] }),
        ("subject", Text("The lead's id, or the process that tells it.")), ("time", At("When it happened.")),
        ("datacontenttype", Text("application/json")), ("dataschema", Text("Where the schema of its type is.")),
        ("sequence", Text("Of one subject: later events have greater ones, in digits of one length.")),
        ("data", new OpenApiSchema { Type = JsonSchemaType.Object, Description = "What it tells." }));

    private static OpenApiSchema Event(NewsKind kind) => Object(
        $"CloudEvents 1.0. {Says(kind)}",
        ("specversion", Text("1.0")), ("id", Text("The same over every attempt; the header webhook-id has it too.")),
        ("source", Text("The product's address.")), ("type", Text(kind.Type())),
        ("subject", Text(kind <= NewsKind.LeadErased ? "The lead's id." : "The process that tells it.")), ("time", At("When it happened.")),
        ("datacontenttype", Text("application/json")), ("dataschema", Text("Where this schema is.")),
        ("sequence", Text("Of one subject: later events have greater ones, in digits of one length.")), ("data", Data(kind)));

    private static OpenApiSchema Data(NewsKind kind)
    {
        var own = Own(kind);
        return kind > NewsKind.LeadErased ? Object("What it tells.", own)
            : Object("What it tells.", [("lead", Lead()), .. own, ("contact?", Texts("The fields that the channel asks for."))]);
    }

    private static (string, IOpenApiSchema)[] Own(NewsKind kind) => kind switch
    {
        NewsKind.LeadOffered =>
        [
            ("offer", Number("1 for the first.")), ("to", List("Who is asked, opaque ids.")),
            ("isClaim", Flag("Whether the first has it.")),
        ],
        NewsKind.LeadAccepted => [("by", Text("Who, an opaque id.")), ("offer", Number("0: a manager took it."))],
        NewsKind.LeadDeclined => [("by", Text("Who, an opaque id.")), ("offer", Number("Which.")), ("reason", Text("The reason's code."))],
        NewsKind.LeadReassigned =>
            [("from", Text("An opaque id.")), ("to", Text("An opaque id.")), ("cause", Text("Why, such as absence."))],
        NewsKind.LeadContacted => [("by", Text("Who, an opaque id.")), ("how", Text("called, voicemail, e_mailed or meeting."))],
        NewsKind.LeadFeedback =>
        [
            ("by?", TextOrNull("Who, an opaque id; null or absent: the CRM.")),
            ("amount?", NumberOrNull("From the CRM.")), ("currency?", TextOrNull("ISO 4217.")),
        ],
        NewsKind.LeadReturned =>
        [
            ("by", TextOrNull("Who, an opaque id; null: nobody did, its time was over.")), ("reason", Text("The reason's code.")),
            ("effect", Text("return, nurture or discard.")),
        ],
        NewsKind.LeadBreached => [("clock", Text("accept, first_contact, feedback, outcome or confirm.")), ("due", At("The deadline."))],
        NewsKind.LeadWon or NewsKind.LeadLost =>
            [("amount", NumberOrNull("From the CRM; null: not told.")), ("currency", TextOrNull("ISO 4217; null: not told."))],
        NewsKind.LeadUndone =>
        [
            ("by", Text("Who took it back, an opaque id.")),
            ("undone", List(
                "What is no longer so; lead says how it is again.",
                Object("An event that was told.", ("id", Text("Its id.")), ("type", Text("Its type."))))),
        ],
        NewsKind.ReportSent =>
            [("number", Number("1 for the first.")), ("week", Text("Such as 2026-W48.")), ("due", At("When it was due."))],
        NewsKind.CommitmentAtRisk =>
        [
            ("side", Text("marketing or sales.")),
            ("promises", List(
                "Which.", Object("A promise.", ("metric", Text("What is measured.")), ("period", Text("In which period."))))),
        ],
        _ => [],
    };

    private static OpenApiSchema Lead() => Object(
        "The lead after the event, in references and figures.",
        ("id", Text("Its id.")), ("status", Text("As in the table of states.")), ("tier", Text("The agreement's.")),
        ("score", Number("Points.")), ("team", Text("Which takes it.")), ("source", Text("As in sources.yaml.")),
        ("country", TextOrNull("ISO 3166; null: not known.")), ("language", TextOrNull("ISO 639; null: not known.")),
        ("owner", TextOrNull("An opaque id; null: no person.")), ("receivedAt", At("When it was stored.")),
        ("duplicateOf", TextOrNull("The open handoff that it joined; null: none.")),
        ("isTest", Flag("Whether it is in no figure.")), ("dimensions", Texts("What it is counted by.")));

    private static string Says(NewsKind kind) => kind switch
    {
        NewsKind.LeadReceived => "A request was stored.",
        NewsKind.LeadQualified => "It meets the agreement's definition: the handoff begins.",
        NewsKind.LeadOffered => "A rep, or in claim mode several, was asked to take it.",
        NewsKind.LeadAccepted => "A rep or a manager took it.",
        NewsKind.LeadDeclined => "A rep declined it.",
        NewsKind.LeadReassigned => "After acceptance it changed hands.",
        NewsKind.LeadContacted => "The first contact is recorded.",
        NewsKind.LeadFeedback => "It is a real opportunity.",
        NewsKind.LeadReturned => "It left sales with a reason.",
        NewsKind.LeadBreached => "A clock ran past 100 %.",
        NewsKind.LeadWon => "The customer bought.",
        NewsKind.LeadLost => "The customer did not buy.",
        NewsKind.LeadUndone => "Who told something took it back, within ten minutes.",
        NewsKind.LeadErased => "Its personal data was destroyed: destroy yours.",
        NewsKind.AgreementSigned => "A changed agreement is in force.",
        NewsKind.CommitmentAtRisk => "A side will miss promises at this pace.",
        NewsKind.ReportSent => "The report to the two heads was made.",
        _ => throw new InvalidOperationException($"No sentence for {kind}."),
    };

    private static OpenApiSchema Object(string says, params (string Name, IOpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Description = says,
        Properties = properties.ToDictionary(one => one.Name.TrimEnd('?'), one => one.Schema, StringComparer.Ordinal),
        Required = properties.Select(one => one.Name).Where(name => !name.EndsWith('?')).ToHashSet(StringComparer.Ordinal),
    };

    private static OpenApiSchema Text(string says) => new() { Type = JsonSchemaType.String, Description = says };

    private static OpenApiSchema TextOrNull(string says) =>
        new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = says };

    private static OpenApiSchema At(string says) => new() { Type = JsonSchemaType.String, Format = "date-time", Description = says };

    private static OpenApiSchema Number(string says) => new() { Type = JsonSchemaType.Number, Description = says };

    private static OpenApiSchema NumberOrNull(string says) =>
        new() { Type = JsonSchemaType.Number | JsonSchemaType.Null, Description = says };

    private static OpenApiSchema Flag(string says) => new() { Type = JsonSchemaType.Boolean, Description = says };

    private static OpenApiSchema List(string says, IOpenApiSchema? of = null) =>
        new() { Type = JsonSchemaType.Array, Items = of ?? new OpenApiSchema { Type = JsonSchemaType.String }, Description = says };

    private static OpenApiSchema Texts(string says) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
        Description = says,
    };
}
