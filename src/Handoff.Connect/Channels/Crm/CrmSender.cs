using Handoff.Leads;
using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.News;
using NodaTime;
using static Handoff.Connect.Channels.Crm.CrmOutcome;

namespace Handoff.Connect.Channels.Crm;

/// <summary>Writes leads into a CRM: how a lead is now, whatever the news was; of an erased one nothing but the erasure.</summary>
internal abstract class CrmSender(CompanyInForce company, IClock clock) : INewsSender
{
    /// <inheritdoc/>
    public abstract ChannelType Type { get; }

    /// <summary>Writes how the lead is now.</summary>
    protected abstract Task<SendOutcome> WriteAsync(Channel channel, CrmRecord record, NewsItem item, CancellationToken cancellation);

    /// <summary>Erases what the CRM has of a lead, or says in it that the lead was erased, as the channel asks.</summary>
    protected abstract Task<SendOutcome> EraseAsync(Channel channel, string lead, Instant now, CancellationToken cancellation);

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(Channel channel, NewsItem item, CancellationToken cancellation)
    {
        if (item.Now is not { } lead || lead.Known.IsTest)
            return Task.FromResult<SendOutcome>(Unsent("A test, or no lead: nothing is written."));
        var now = clock.GetCurrentInstant();
        if (item.Ref.Kind == NewsKind.LeadErased)
            return EraseAsync(channel, lead.Known.Id.Value, now, cancellation);
        return lead.Status == LeadStatus.Erased ? Task.FromResult<SendOutcome>(Unsent("Its data is erased: nothing is written."))
            : WriteAsync(channel, CrmRecord.Of(item, lead, channel.Crm!, company, now), item, cancellation);
    }
}
