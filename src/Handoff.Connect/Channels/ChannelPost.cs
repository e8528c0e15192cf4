using System.Net;
using System.Net.Http.Headers;
using Handoff.Service.Delivery;
using NodaTime;

namespace Handoff.Connect.Channels;

/// <summary>Posts one body to a channel, and says how it ended. Reasons hold no address: that of a chat is a secret.</summary>
internal sealed class ChannelPost(ChannelConnections connections, IClock clock)
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
        request.Headers.UserAgent.Add(new("Handoff", "1.0"));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        // What is waited for is another machine: real time, however fast the product's own runs.
        using var limit = new CancellationTokenSource(ChannelConnections.Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            using var answer = await connections.Of(allowPrivate).SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Read(answer, isGone);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendOutcome.Unknown($"No answer within {ChannelConnections.Patience.TotalSeconds:0} s.");
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is UnreachableAddressException unreachable ? new SendOutcome.Misconfigured(unreachable.Message)
                : new SendOutcome.Failed($"No connection: {e.HttpRequestError}.", null);
        }
        catch (UnreachableAddressException e)
        {
            return new SendOutcome.Misconfigured(e.Message);
        }
        catch (IOException)
        {
            return new SendOutcome.Unknown("The connection broke.");
        }
    }

    private SendOutcome Read(HttpResponseMessage answer, Func<HttpStatusCode, bool> isGone)
    {
        var says = $"HTTP {(int)answer.StatusCode}";
        if (answer.IsSuccessStatusCode)
            return new SendOutcome.Accepted(null);
        if (isGone(answer.StatusCode))
            return new SendOutcome.Refused(says);
        return new SendOutcome.Failed(
            (int)answer.StatusCode is >= 300 and < 400 ? $"{says}: redirects are not followed" : says, Asked(answer.Headers.RetryAfter));
    }

    private Duration? Asked(RetryConditionHeaderValue? header) =>
        header?.Delta is { } delta ? Duration.FromTimeSpan(delta)
            : header?.Date is { } date ? Duration.Max(Instant.FromDateTimeOffset(date) - clock.GetCurrentInstant(), Duration.Zero)
            : null;
}
