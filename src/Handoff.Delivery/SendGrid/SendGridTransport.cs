using global::SendGrid;
using Handoff.Service.Delivery;

namespace Handoff.Delivery.SendGrid;

/// <summary>Hands mail to SendGrid, with the SendGrid package over an HTTP client of ours.</summary>
internal sealed class SendGridTransport : IMailTransport, IDisposable
{
    private readonly MailOptions options;
    private readonly MailAddress from;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly SendGridClient client;

    /// <summary>A transport that opens its first connection with the first mail.</summary>
    /// <param name="time">The real time: it measures time-outs and reads waits given as a date.</param>
    /// <exception cref="ArgumentException">The options have no valid sender.</exception>
    public SendGridTransport(MailOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        from = MailAddress.Read(options.From) ?? throw new ArgumentException("The sender was not validated.", nameof(options));
        http = new HttpClient(new SocketsHttpHandler
        {
            // A redirect would carry the mail to somebody else; a connection is renewed so that a change of address in DNS is seen.
            AllowAutoRedirect = false,
            ConnectTimeout = options.Timeout / 2,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 256 * 1024,
        };
        client = new SendGridClient(http,
            new SendGridClientOptions { ApiKey = options.SendGrid.ApiKey, Host = options.SendGrid.Host.ToString() });
    }

    /// <inheritdoc/>
    public string Name => "sendgrid";

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (MailAddress.Read(mail.To.Address) is not { } to)
            return new SendOutcome.Refused("the recipient's address is not a mail address");
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            var answer = await client.SendEmailAsync(SendGridMail.Write(mail, from, options.FromName, to), either.Token);
            using var content = answer.Body;
            return SendGridOutcomes.Of(answer.StatusCode, answer.Headers, await content.ReadAsStringAsync(either.Token), time.GetUtcNow());
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception) when (timeout.IsCancellationRequested)
        {
            return new SendOutcome.Unknown("SendGrid did not answer in time");
        }
        catch (OperationCanceledException)
        {
            // Neither the caller's nor ours: the handler gave up connecting.
            return new SendOutcome.Failed("no connection to SendGrid in time", RetryAfter: null);
        }
        catch (HttpRequestException exception)
        {
            return SendGridOutcomes.Of(exception.HttpRequestError);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
