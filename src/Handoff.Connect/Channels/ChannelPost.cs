using System.Net;
using System.Net.Http.Headers;
using Handoff.Service.Delivery;

namespace Handoff.Connect.Channels;

/// <summary>Posts one body to a channel, and says how it ended.</summary>
internal sealed class ChannelPost(ChannelExchange exchange)
{
    /// <param name="to">Where.</param>
    /// <param name="allowPrivate">Whether it may be in the own network.</param>
    /// <param name="isGone">Which answers say that nothing will ever be taken.</param>
    public async Task<SendOutcome> SendAsync(
        Uri to, bool allowPrivate, byte[] body, string contentType, IReadOnlyDictionary<string, string> headers,
        Func<HttpStatusCode, bool> isGone, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await exchange.AskAsync(
            request, allowPrivate, (answer, _) => Task.FromResult(Read(answer, isGone)), static silent => silent, cancellation);
    }

    private SendOutcome Read(HttpResponseMessage answer, Func<HttpStatusCode, bool> isGone)
    {
        var says = $"HTTP {(int)answer.StatusCode}";
        if (answer.IsSuccessStatusCode)
            return new SendOutcome.Accepted(null);
        if (isGone(answer.StatusCode))
            return new SendOutcome.Refused(says);
        return new SendOutcome.Failed(
            (int)answer.StatusCode is >= 300 and < 400 ? $"{says}: redirects are not followed" : says,
            exchange.Asked(answer.Headers.RetryAfter));
    }
}
