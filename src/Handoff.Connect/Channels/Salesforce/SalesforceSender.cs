using System.Text.Json.Nodes;
using Handoff.Connect.Channels.Crm;
using Handoff.Leads;
using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.News;
using NodaTime;
using static Handoff.Connect.Channels.Crm.CrmOutcome;

namespace Handoff.Connect.Channels.Salesforce;

/// <summary>
/// Writes leads into Salesforce: a Lead for each, by our id as its external id (developer.salesforce.com, "Insert or Update (Upsert) a
/// Record Using an External ID"). Assignment rules are off, or they would take the owner away.
/// </summary>
internal sealed class SalesforceSender(CrmCalls calls, SalesforceSessions sessions, CompanyInForce company, IClock clock)
    : CrmSender(company, clock)
{
    private const string Version = "v62.0";

    /// <inheritdoc/>
    public override ChannelType Type => ChannelType.Salesforce;

    /// <inheritdoc/>
    protected override Task<SendOutcome> WriteAsync(
        Channel channel, CrmRecord record, NewsItem item, CancellationToken cancellation) =>
        new Writing(calls, sessions, channel, cancellation).WriteAsync(record, item);

    /// <inheritdoc/>
    protected override Task<SendOutcome> EraseAsync(Channel channel, string lead, Instant now, CancellationToken cancellation) =>
        new Writing(calls, sessions, channel, cancellation).EraseAsync(lead, channel.Crm!.DeletesErased);

    private sealed class Writing(CrmCalls calls, SalesforceSessions sessions, Channel channel, CancellationToken cancellation)
    {
        private const string AlreadyConverted = "The Lead is converted: what follows stands in the opportunity.";

        private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
        {
            ["Sforce-Auto-Assign"] = "FALSE",
            ["Sforce-Duplicate-Rule-Header"] = "allowSave=true",
        };

        public async Task<SendOutcome> WriteAsync(CrmRecord record, NewsItem item)
        {
            var statuses = channel.Crm!.Statuses;
            switch (await FindAsync(record.Id))
            {
                case CrmAnswer.Said { IsSuccess: true, Body.IsObject: true } found when found.Body.At("IsConverted").IsTrue:
                    return Unsent(AlreadyConverted);
                case CrmAnswer.Said { IsSuccess: true, Body.IsObject: true } found:
                    var changes = SalesforceLead.Changes(record, found.Body, statuses);
                    return changes.Count == 0 ? Unsent(record.Remark) : await PutAsync(record.Id, changes, record.Remark);
                case CrmAnswer.Said { Status: 404 } none when SalesforceAnswers.CodeOf(none) == "NOT_FOUND":
                    return record.Begins ? await PutAsync(record.Id, SalesforceLead.Whole(record, item, statuses), record.Remark)
                        : Unsent($"A lead that is {record.Status.Word()} begins no record.");
                case var other:
                    return SalesforceAnswers.Of(other);
            }
        }

        /// <summary>Deletes the Lead, and the contact that it was converted into.</summary>
        public async Task<SendOutcome> EraseAsync(string lead, bool deletes)
        {
            var found = await FindAsync(lead);
            if (found is CrmAnswer.Said { Status: 404 } gone && SalesforceAnswers.CodeOf(gone) == "NOT_FOUND")
                return Unsent("No Lead has this lead's id.");
            if (found is not CrmAnswer.Said { IsSuccess: true, Body: { IsObject: true } body })
                return SalesforceAnswers.Of(found);
            if (!deletes)
                return await PutAsync(lead, new() { ["Handoff_Status__c"] = LeadStatus.Erased.Word() }, "");
            if (body.Code("ConvertedContactId") is { } contact && await DeleteAsync($"Contact/{contact}") is { } kept)
                return kept;
            return await DeleteAsync($"Lead/{SalesforceLead.Id}/{lead}") ?? Done("");
        }

        /// <summary>Null: it is deleted, now or before.</summary>
        private async Task<SendOutcome?> DeleteAsync(string path) =>
            await AskAsync(HttpMethod.Delete, path, null) is var answer
            && (answer is CrmAnswer.Said { IsSuccess: true }
                || (answer is CrmAnswer.Said { Status: 404 } said
                    && SalesforceAnswers.CodeOf(said) is "NOT_FOUND" or "ENTITY_IS_DELETED")) ? null : SalesforceAnswers.Of(answer);

        private async Task<SendOutcome> PutAsync(string id, JsonObject fields, string remark)
        {
            var put = await CrmPut.TryAsync(
                fields, some => AskAsync(HttpMethod.Patch, $"Lead/{SalesforceLead.Id}/{id}", (JsonObject)some), SalesforceAnswers.NotTaken);
            return put.Last switch
            {
                CrmAnswer.Said { IsSuccess: true } => Done(put.Told("Salesforce", remark)),
                CrmAnswer.Said refused when SalesforceAnswers.CodeOf(refused) == SalesforceAnswers.Converted => Unsent(AlreadyConverted),
                _ => SalesforceAnswers.Of(put.Last),
            };
        }

        private Task<CrmAnswer> FindAsync(string lead) =>
            AskAsync(HttpMethod.Get, $"Lead/{SalesforceLead.Id}/{lead}?fields={SalesforceLead.Asked}", null);

        /// <summary>Asks; a token that has run out is renewed once.</summary>
        private async Task<CrmAnswer> AskAsync(HttpMethod method, string path, JsonObject? json)
        {
            string? refused = null;
            while (true)
            {
                var (token, why) = await sessions.OpenAsync(channel, refused, cancellation);
                if (token is null)
                    return new CrmAnswer.Silent(why!);
                var address = new Uri(channel.Url, $"/services/data/{channel.Crm!.ApiVersion ?? Version}/sobjects/{path}");
                var call = new CrmCall(method, address) { Json = json, Bearer = token, Headers = Headers };
                var answer = await calls.AskAsync(call, channel.AllowPrivate, cancellation);
                if (answer is not CrmAnswer.Said { Status: 401 } || refused is not null)
                    return answer;
                refused = token;
            }
        }
    }
}
