using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.News;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.News;

namespace Handoff.Connect.Channels.Chats;

/// <summary>Posts events into a chat, in the agreement's language.</summary>
internal sealed class ChatSender(ChannelType type, Func<ChatText, Uri, JsonObject> write, ChannelPost post, CompanyInForce company)
    : INewsSender
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public ChannelType Type => type;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(Channel channel, NewsItem item, CancellationToken cancellation)
    {
        var body = write(ChatText.Of(item, company.Agreement.Language), item.Page);
        return post.SendAsync(
            channel.Url, channel.AllowPrivate, JsonSerializer.SerializeToUtf8Bytes(body, Plain), "application/json",
            new Dictionary<string, string>(), IsGone, cancellation);
    }

    /// <summary>The webhook was taken away, or its room was archived.</summary>
    private static bool IsGone(HttpStatusCode status) =>
        status is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden;
}
