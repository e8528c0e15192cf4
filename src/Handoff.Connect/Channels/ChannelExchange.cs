using System.Net.Http.Headers;
using Handoff.Service.Delivery;
using NodaTime;

namespace Handoff.Connect.Channels;

/// <summary>Asks a receiver once, and ends in time whatever it does. Reasons hold no address: that of a chat is a secret.</summary>
internal sealed class ChannelExchange(ChannelConnections connections, IClock clock)
{
    /// <summary>Sends a request and reads the answer.</summary>
    /// <param name="allowPrivate">Whether the receiver may be in the own network.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="silent">Makes of a failure what is answered.</param>
    public async Task<T> AskAsync<T>(
        HttpRequestMessage request, bool allowPrivate, Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        Func<SendOutcome, T> silent, CancellationToken cancellation)
    {
        request.Headers.UserAgent.Add(new("Handoff", "1.0"));
        // What is waited for is another machine: real time, however fast the product's own runs.
        using var limit = new CancellationTokenSource(ChannelConnections.Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            using var answer = await connections.Of(allowPrivate).SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await read(answer, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return silent(new SendOutcome.Unknown($"No answer within {ChannelConnections.Patience.TotalSeconds:0} s."));
        }
        catch (HttpRequestException e)
        {
            return silent(e.InnerException is UnreachableAddressException unreachable ? new SendOutcome.Misconfigured(unreachable.Message)
                : new SendOutcome.Failed($"No connection: {e.HttpRequestError}.", null));
        }
        catch (UnreachableAddressException e)
        {
            return silent(new SendOutcome.Misconfigured(e.Message));
        }
        catch (IOException)
        {
            return silent(new SendOutcome.Unknown("The connection broke."));
        }
    }

    /// <summary>How long the receiver asks to be left alone, from now; null: it does not.</summary>
    public Duration? Asked(RetryConditionHeaderValue? header) =>
        header?.Delta is { } delta ? Duration.FromTimeSpan(delta)
            : header?.Date is { } date ? Duration.Max(Instant.FromDateTimeOffset(date) - clock.GetCurrentInstant(), Duration.Zero)
            : null;
}
