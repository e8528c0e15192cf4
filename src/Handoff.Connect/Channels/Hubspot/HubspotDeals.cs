using System.Globalization;
using System.Text.Json.Nodes;
using Handoff.Connect.Channels.Crm;
using Handoff.News;
using Handoff.Service.Delivery;
using Handoff.Service.Leads;
using Handoff.Service.News;

namespace Handoff.Connect.Channels.Hubspot;

/// <summary>
/// Reads a deal: whether it is open, won or lost, and whose it is, by a property <c>handoff_id</c> of its own or by its contact's. An open
/// deal says that the lead is a real opportunity.
/// </summary>
internal sealed class HubspotDeals(CrmCalls calls) : IDeals
{
    private const int MostContacts = 100;

    private const string Properties =
        $"{HubspotContact.Id},hs_is_closed,hs_is_closed_won,amount,deal_currency_code,closed_lost_reason,closed_won_reason";

    /// <inheritdoc/>
    public async Task<DealAnswer> ReadAsync(Channel channel, string deal, CancellationToken cancellation)
    {
        if (channel.Type != ChannelType.Hubspot)
            return new DealAnswer.Nobodys("This CRM tells outcomes itself.");
        var answer = await AskAsync(
            channel, HttpMethod.Get, $"/crm/v3/objects/deals/{deal}?properties={Properties}&associations=contacts", null, cancellation);
        if (answer is CrmAnswer.Said { Status: 404 })
            return new DealAnswer.Nobodys("The deal is gone.");
        if (answer is not CrmAnswer.Said { IsSuccess: true, Body: var body } || !body.At("properties").IsObject)
            return new DealAnswer.Unread(HubspotAnswers.Of(answer));
        if (body.Text("id") != deal)
            return new DealAnswer.Unread(new SendOutcome.Failed("The answer is not of this deal.", null));
        if (StageOf(body) is not { } stage)
            return new DealAnswer.Unread(new SendOutcome.Failed("The answer does not say whether the deal is open.", null));
        var (lead, why) = body.Text("properties", HubspotContact.Id) is { } own ? (own, null)
            : await LeadOfAsync(channel, body, cancellation);
        return why is not null ? new DealAnswer.Unread(why)
            : lead is null ? new DealAnswer.Nobodys("No contact of the deal is a lead of ours.") : Of(lead, stage, body);
    }

    /// <summary>How the deal stands; null: what is said of that makes no sense. Lost is only what is closed, not what is not won.</summary>
    private static string? StageOf(CrmBody deal) =>
        (deal.Text("properties", "hs_is_closed"), deal.Text("properties", "hs_is_closed_won")) switch
        {
            ("true", "true") => "won",
            ("true", "false") => "lost",
            ("false", "false" or null) => "qualified",
            (null, "true") => "won",
            _ => null,
        };

    /// <summary>The lead of the deal's contacts; of several the one that came last.</summary>
    private async Task<(string? Lead, SendOutcome? Why)> LeadOfAsync(Channel channel, CrmBody deal, CancellationToken cancellation)
    {
        var contacts = deal.At("associations", "contacts", "results").Items.Select(one => one.Text("id")).OfType<string>()
            .Distinct(StringComparer.Ordinal).Take(MostContacts).ToArray();
        if (contacts.Length == 0)
            return (null, null);
        var asked = new JsonObject
        {
            ["properties"] = new JsonArray(HubspotContact.Id, HubspotContact.ReceivedAt),
            ["inputs"] = new JsonArray([.. contacts.Select(id => new JsonObject { ["id"] = id })]),
        };
        var answer = await AskAsync(channel, HttpMethod.Post, "/crm/v3/objects/contacts/batch/read", asked, cancellation);
        if (answer is not CrmAnswer.Said { IsSuccess: true, Body: var body } || !body.At("results").IsList)
            return (null, HubspotAnswers.Of(answer));
        return (body.At("results").Items.Where(one => one.Text("properties", HubspotContact.Id) is not null)
            .OrderByDescending(one => one.Text("properties", HubspotContact.ReceivedAt), StringComparer.Ordinal)
            .Select(one => one.Text("properties", HubspotContact.Id)).FirstOrDefault(), null);
    }

    /// <summary>The outcome, with what of it makes no sense left out and told.</summary>
    private static DealAnswer.Of Of(string lead, string stage, CrmBody deal)
    {
        if (stage == "qualified")
            return new(lead, new(stage, null, null, null));
        List<string> left = [];
        var said = deal.Text("properties", "amount");
        decimal? amount = decimal.TryParse(
            said, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)
            && read is >= 0 and <= 1_000_000_000_000m ? read : null;
        if (amount is null && !string.IsNullOrEmpty(said))
            left.Add("amount");
        var currency = deal.Text("properties", "deal_currency_code");
        if (!string.IsNullOrEmpty(currency) && !(currency.Length == 3 && currency.All(char.IsAsciiLetter)))
            left.Add("deal_currency_code");
        var property = stage == "won" ? "closed_won_reason" : "closed_lost_reason";
        var reason = deal.Text("properties", property);
        if (reason?.Length > OutcomeRecording.LongestReason)
            left.Add(property);
        return new(lead, new(stage, amount, Kept(currency, "deal_currency_code"), Kept(reason, property)))
        {
            Left = left.Count == 0 ? "" : $"What the deal says in {string.Join(", ", left)} cannot be.",
        };

        string? Kept(string? text, string name) => string.IsNullOrEmpty(text) || left.Contains(name) ? null : text;
    }

    private Task<CrmAnswer> AskAsync(Channel channel, HttpMethod method, string path, JsonObject? json, CancellationToken cancellation) =>
        calls.AskAsync(
            new(method, new(channel.Url, path)) { Json = json, Bearer = channel.Crm!.Token }, channel.AllowPrivate, cancellation);
}
