using System.Text.Json.Nodes;
using Handoff.Connect.Channels.Crm;
using Handoff.Leads;
using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.News;
using NodaTime;
using static Handoff.Connect.Channels.Crm.CrmOutcome;

namespace Handoff.Connect.Channels.Hubspot;

/// <summary>
/// Writes leads into HubSpot: a contact for each person, known by our id of the person's latest lead; who is there already by address gets
/// that id (developers.hubspot.com/docs/api-reference, crm/v3/objects/contacts).
/// </summary>
internal sealed class HubspotSender(CrmCalls calls, CompanyInForce company, IClock clock) : CrmSender(company, clock)
{
    /// <inheritdoc/>
    public override ChannelType Type => ChannelType.Hubspot;

    /// <inheritdoc/>
    protected override Task<SendOutcome> WriteAsync(
        Channel channel, CrmRecord record, NewsItem item, CancellationToken cancellation) =>
        new Writing(calls, channel, channel.Crm!.Token!, cancellation).WriteAsync(record, item);

    /// <inheritdoc/>
    protected override Task<SendOutcome> EraseAsync(Channel channel, string lead, Instant now, CancellationToken cancellation) =>
        new Writing(calls, channel, channel.Crm!.Token!, cancellation).EraseAsync(lead, channel.Crm.DeletesErased, now);

    private sealed class Writing(CrmCalls calls, Channel channel, string token, CancellationToken cancellation)
    {
        public async Task<SendOutcome> WriteAsync(CrmRecord record, NewsItem item)
        {
            switch (await FindAsync($"{record.Id}?idProperty={HubspotContact.Id}&properties={HubspotContact.Asked}"))
            {
                case CrmAnswer.Said { IsSuccess: true } found when found.Body.Text("id") is { } id:
                    return await ChangeAsync(id, found.Body, record, isSent: false);
                case CrmAnswer.Said { Status: 404 } when !record.Begins:
                    return Unsent($"A lead that is {record.Status.Word()} begins no contact.");
                case CrmAnswer.Said { Status: 404 }:
                    return await MakeAsync(record, item);
                case var other:
                    return HubspotAnswers.Of(other);
            }
        }

        public async Task<SendOutcome> EraseAsync(string lead, bool deletes, Instant now)
        {
            switch (await FindAsync($"{lead}?idProperty={HubspotContact.Id}&properties={HubspotContact.Asked}"))
            {
                case CrmAnswer.Said { IsSuccess: true } found when found.Body.Text("id") is { } id && HubspotAnswers.IsId(id):
                    return deletes ? await DeleteAsync(id)
                        : await PutAsync(HttpMethod.Patch, $"/{id}", HubspotContact.Erased(now), "");
                case CrmAnswer.Said { Status: 404 }:
                    return Unsent("No contact has this lead's id.");
                case var other:
                    return HubspotAnswers.Of(other);
            }
        }

        private async Task<SendOutcome> MakeAsync(CrmRecord record, NewsItem item)
        {
            var answer = await TryPutAsync(HttpMethod.Post, "", HubspotContact.Whole(record, item, channel.Crm!.Statuses));
            if (answer.Last is not CrmAnswer.Said said || HubspotAnswers.ExistingOf(said) is not { } existing)
                return Ended(answer, record.Remark);
            switch (await FindAsync($"{existing}?properties={HubspotContact.Asked}"))
            {
                case CrmAnswer.Said { IsSuccess: true } found when found.Body.IsObject:
                    return string.CompareOrdinal(
                        found.Body.Text("properties", HubspotContact.ReceivedAt), record.ReceivedAt) > 0
                        ? Done("The contact shows a later request of the person.")
                        : await ChangeAsync(existing, found.Body, record, isSent: true);
                case var other:
                    return HubspotAnswers.Of(other);
            }
        }

        private Task<SendOutcome> ChangeAsync(string id, CrmBody contact, CrmRecord record, bool isSent)
        {
            var changes = HubspotContact.Changes(record, contact, channel.Crm!.Statuses);
            return !HubspotAnswers.IsId(id)
                ? Task.FromResult<SendOutcome>(new SendOutcome.Failed("HubSpot's id of the contact is none.", null))
                : changes.Count == 0 ? Task.FromResult<SendOutcome>(isSent ? Done(record.Remark) : Unsent(record.Remark))
                : PutAsync(HttpMethod.Patch, $"/{id}", changes, record.Remark);
        }

        private async Task<SendOutcome> PutAsync(HttpMethod method, string path, JsonObject properties, string remark) =>
            Ended(await TryPutAsync(method, path, properties), remark);

        private Task<CrmPut> TryPutAsync(HttpMethod method, string path, JsonObject properties) => CrmPut.TryAsync(
            properties, some => AskAsync(method, path, new() { ["properties"] = some }), HubspotAnswers.NotTaken);

        private static SendOutcome Ended(CrmPut put, string remark) =>
            put.Last is CrmAnswer.Said { IsSuccess: true } ? Done(put.Told("HubSpot", remark)) : HubspotAnswers.Of(put.Last);

        /// <summary>Deletes for good; an account without data privacy settings only archives.</summary>
        private async Task<SendOutcome> DeleteAsync(string id)
        {
            var gone = await AskAsync(HttpMethod.Post, "/gdpr-delete", new() { ["objectId"] = id });
            if (gone is CrmAnswer.Said { Status: 404 or (>= 200 and < 300) })
                return Done("");
            if (gone is not CrmAnswer.Said { Status: 400 or 403 or 405 })
                return HubspotAnswers.Of(gone);
            var archived = await AskAsync(HttpMethod.Delete, $"/{id}", null);
            return archived is CrmAnswer.Said { Status: 404 or (>= 200 and < 300) }
                ? Done("Archived only: HubSpot deletes for good where its data privacy settings are on.") : HubspotAnswers.Of(archived);
        }

        private Task<CrmAnswer> FindAsync(string path) => AskAsync(HttpMethod.Get, $"/{path}", null);

        private Task<CrmAnswer> AskAsync(HttpMethod method, string path, JsonObject? json) => calls.AskAsync(
            new(method, new(channel.Url, $"/crm/v3/objects/contacts{path}")) { Json = json, Bearer = token }, channel.AllowPrivate,
            cancellation);
    }
}
