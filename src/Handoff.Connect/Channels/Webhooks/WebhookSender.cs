using System.Net;
using Handoff.News;
using Handoff.Service.Delivery;
using Handoff.Service.News;
using NodaTime;

namespace Handoff.Connect.Channels.Webhooks;

/// <summary>Sends events to webhooks: CloudEvents, signed by Standard Webhooks.</summary>
internal sealed class WebhookSender(ChannelPost post, IClock clock) : INewsSender
{
    /// <inheritdoc/>
    public ChannelType Type => ChannelType.Webhook;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(Channel channel, NewsItem item, CancellationToken cancellation)
    {
        var body = CloudEvent.Write(item);
        var headers = WebhookSignature.Headers(item.Ref.Id, clock.GetCurrentInstant(), body, channel.Secrets);
        return post.SendAsync(
            channel.Url, channel.AllowPrivate, body, CloudEvent.ContentType, headers, static status => status == HttpStatusCode.Gone,
            cancellation);
    }
}
