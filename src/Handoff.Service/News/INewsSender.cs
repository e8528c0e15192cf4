using Handoff.News;
using Handoff.Service.Delivery;

namespace Handoff.Service.News;

/// <summary>Sends an event to channels of one type: the port behind which webhooks, Slack and Teams stand.</summary>
/// <remarks>
/// One call is one attempt; the channel's queue tries again. An attempt ends in time by itself. A second attempt carries the same event id.
/// May be called from several threads at once.
/// </remarks>
public interface INewsSender
{
    ChannelType Type { get; }

    /// <summary>Tries once to send the event.</summary>
    /// <returns>How it ended. <see cref="SendOutcome.Refused"/>: the receiver takes nothing of ours any more.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    Task<SendOutcome> SendAsync(Channel channel, NewsItem item, CancellationToken cancellation);
}
