using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Leads;
using Handoff.News;
using Handoff.People;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>How a channel writes into a CRM, as written.</summary>
internal sealed record CrmForm(
    Field<Word> Token, Field<Word> ClientId, Field<Word> ClientSecret, Field<ImmutableArray<Field<Word>>> Secret, Field<string> AppId,
    Field<ImmutableArray<Entry<string>>> Owners, Field<ImmutableArray<Entry<string>>> Statuses, Field<bool> OnErase,
    Field<string> ApiVersion)
{
    /// <summary>The statuses that a record in a CRM can have.</summary>
    private static readonly ImmutableDictionary<string, LeadStatus> Known = new[]
    {
        LeadStatus.Qualified, LeadStatus.Offered, LeadStatus.Accepted, LeadStatus.Contacted, LeadStatus.SalesQualified, LeadStatus.Nurture,
        LeadStatus.Won, LeadStatus.Lost, LeadStatus.Returned, LeadStatus.Discarded,
    }.ToImmutableDictionary(status => status.Word(), StringComparer.Ordinal);

    private static readonly NamePattern Status = new(
        $"a status of a lead ({string.Join(", ", Known.OrderBy(one => one.Value).Select(one => one.Key))})",
        $"^({string.Join('|', Known.OrderBy(one => one.Value).Select(one => one.Key))})$", Known.ContainsKey);

    private static readonly NamePattern Address = new(
        "the address of somebody in people.yaml", "@", static text => text.IndexOf('@', StringComparison.Ordinal) > 0);

    private static readonly Shape<string> Id = new ScalarShape<string>(
        "an id of letters and digits, at most 40,", static (string text, out string value) =>
            (value = text.Trim()).Length is > 0 and <= 40 && value.All(char.IsAsciiLetterOrDigit),
        static () => new() { ["type"] = new JsonArray("string", "integer") });

    private static readonly Shape<string> Version = new ScalarShape<string>(
        "a version such as v62.0", static (string text, out string value) =>
            (value = text.Trim()).Length is > 1 and <= 6 && value[0] == 'v' && value[1..].All(one => char.IsAsciiDigit(one) || one == '.'),
        static () => Scalars.Pattern("v[0-9]{2,3}\\.[0-9]"));

    public static readonly Shape<CrmForm> Shape = Record.Of(k => new CrmForm(
        k.Optional("token", "hubspot: the access token of a private app, as ${HANDOFF_HUBSPOT_TOKEN}.", Scalars.Word),
        k.Optional("client_id", "salesforce: the consumer key of a connected app, as ${HANDOFF_SALESFORCE_CLIENT_ID}.", Scalars.Word),
        k.Optional("client_secret", "salesforce: its consumer secret, as ${HANDOFF_SALESFORCE_CLIENT_SECRET}.", Scalars.Word),
        k.Optional(
            "secret", "hubspot: the app's client secret, by which it signs what it tells of deals, as ${HANDOFF_HUBSPOT_SECRET}. Two, "
                + "while one replaces the other.", Scalars.Word.OneOrList()),
        k.Optional("app_id", "hubspot: the app's id; what it tells of its own changes is passed over.", Id),
        k.Optional("owners", "Addresses of people.yaml to the ids of owners in the CRM.", Id.ByName(names: Address)),
        k.Optional("statuses", "Statuses of a lead to those of the CRM, where yours are other ones.", Scalars.Text.ByName(names: Status)),
        k.Optional(
            "on_erase", "delete: the record is deleted when the lead is erased; keep, if not said: it is marked.",
            Scalars.Choice(("delete", true), ("keep", false))),
        k.Optional("api_version", "salesforce: the version of the interface; the one that we know if not said.", Version)));

    /// <summary>What may be a credential, by the word for it.</summary>
    public IEnumerable<(string Word, Field<Word> Value)> Credentials =>
    [
        ("token", Token), ("client_id", ClientId), ("client_secret", ClientSecret),
        .. Secret.Has ? Secret.Value.Select(one => ("secret", one)) : [],
    ];

    public CrmTerms Build() => new()
    {
        Token = Token.IsWritten ? Token.Value.Text : null,
        Client = ClientId.IsWritten ? (ClientId.Value.Text, ClientSecret.Value.Text) : null,
        WebhookSecrets = [.. Secret.Or([]).Select(secret => secret.Value.Text)],
        AppId = AppId.IsWritten ? AppId.Value : null,
        ApiVersion = ApiVersion.IsWritten ? ApiVersion.Value : null,
        Owners = Owners.Or([]).ToImmutableDictionary(
            one => Person.Normal(one.Name.Value), one => one.Value.Value, StringComparer.Ordinal),
        Statuses = Statuses.Or([]).ToImmutableDictionary(one => Known[one.Name.Value], one => one.Value.Value),
        DeletesErased = OnErase.Or(false),
    };
}
