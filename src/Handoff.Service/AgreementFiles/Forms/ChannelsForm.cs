using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.News;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary><c>channels.yaml</c> as written. A folder need not have one.</summary>
internal sealed record ChannelsForm(Field<ImmutableArray<Field<ChannelForm>>> Channels)
{
    public const string File = "channels.yaml";

    public static readonly Shape<ChannelsForm> Shape = Record.Of(k => new ChannelsForm(
        k.Required("channels", "Who is told what happens to leads.", ChannelForm.Shape.List(empty: null))));

    public ImmutableArray<Channel> Build() => [.. Channels.Value.Select(channel => channel.Value.Build())];
}

internal sealed record ChannelForm(
    Field<string> Name,
    Field<ChannelType> Type,
    Field<Word> Url,
    Field<ImmutableArray<Field<Word>>> Secret,
    Field<ImmutableArray<Field<NewsKind>>> Events,
    Field<ConditionForm> When,
    Field<ImmutableArray<Field<string>>> Fields,
    Field<bool> AllowPrivate,
    Field<CrmForm> Crm)
{
    private const string HubspotAddress = "https://api.hubapi.com/";

    /// <summary>What a chat is told of where the file does not say.</summary>
    private static readonly ImmutableHashSet<NewsKind> OfChat = [NewsKind.LeadOffered, NewsKind.LeadBreached, NewsKind.ReportSent];

    /// <summary>What changes a record in a CRM, where the file does not say.</summary>
    private static readonly ImmutableHashSet<NewsKind> OfCrm =
    [
        NewsKind.LeadQualified, NewsKind.LeadOffered, NewsKind.LeadAccepted, NewsKind.LeadDeclined, NewsKind.LeadReassigned,
        NewsKind.LeadContacted, NewsKind.LeadFeedback, NewsKind.LeadReturned, NewsKind.LeadWon, NewsKind.LeadLost,
    ];

    /// <summary>What a CRM needs of a person, where the file does not say.</summary>
    private static readonly ImmutableArray<string> FieldsOfCrm = ["email", "name", "phone", "company"];

    private static readonly Shape<string> ChannelName = new ScalarShape<string>(
        "a name of small letters, digits, '-' and '_', at most 40,", TryName, static () => Scalars.Pattern("[a-z0-9][a-z0-9_-]{0,39}"));

    private static readonly Shape<NewsKind> Event = Scalars.Choice([.. NewsKinds.All.Select(kind => (kind.Word(), kind))]);

    public static readonly Shape<ChannelForm> Shape = Record.Of(k => new ChannelForm(
        k.Required("name", "Its name in pages and in `handoff replay`.", ChannelName),
        k.Required(
            "type", "webhook (CloudEvents, signed by Standard Webhooks), slack, teams, hubspot or salesforce.",
            Scalars.Choice<ChannelType>()),
        k.Optional(
            "url", "Where it is sent; of a chat a reference such as ${HANDOFF_SLACK_URL}, for the address is a secret. Of Salesforce your "
                + "own domain; of HubSpot it need not be said.", Scalars.Word),
        k.Optional(
            "secret", "What a webhook is signed by, whsec_ and base64; a reference such as ${HANDOFF_CRM_SECRET}. Two, while one replaces "
                + "the other.", Scalars.Word.OneOrList()),
        k.Optional(
            "events", "Which events it gets; if not said, a webhook gets all, a chat offers, breaches and the report, a CRM what "
                + "changes a record.",
            Event.OneOrList(empty: "the list is empty; leave it out for the usual events")),
        k.Optional("when", "Of which leads: tier, score, source, team, country, language, or a dimension.", ConditionShape.Instance),
        k.Optional(
            "fields", "Which fields of the person a webhook gets, none if not said; a CRM email, name, phone and company. They leave the "
                + "house: say it in your register.",
            Scalars.FieldName.OneOrList(empty: null)),
        k.Optional("allow_private", "true: the address may be in the own network; false if not said.", Scalars.Flag),
        k.Optional("crm", "hubspot, salesforce: by whose right it is written, and how.", CrmForm.Shape)));

    public Channel Build() => new()
    {
        Name = Name.Value,
        Type = Type.Value,
        Url = new(Url.IsWritten ? Url.Value.Text : HubspotAddress),
        Secrets = [.. Secret.Or([]).Select(secret => secret.Value.Text)],
        Events = Events.IsWritten ? [.. Events.Value.Select(kind => kind.Value)]
            : Crm.IsWritten ? OfCrm : Type.Value == ChannelType.Webhook ? [.. NewsKinds.All] : OfChat,
        When = When.IsWritten ? When.Value.Condition : Condition.Always,
        Fields = Fields.IsWritten ? [.. Fields.Value.Select(field => field.Value)] : Crm.IsWritten ? FieldsOfCrm : [],
        AllowPrivate = AllowPrivate.Or(false),
        Crm = Crm.IsWritten ? Crm.Value.Build() : null,
    };

    private static bool TryName(string text, out string value)
    {
        value = text;
        return text.Length is > 0 and <= 40 && char.IsAsciiLetterOrDigit(text[0])
            && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
    }
}
