using DnsClient;
using DnsClient.Protocol;
using Handoff.Service.Quality;
using Microsoft.Extensions.Logging;

namespace Handoff.Delivery.Domains;

/// <summary>
/// Asks the machine's resolvers for a domain's mail servers (RFC 5321 section 5.1: without any, its address takes the mail). Only what the
/// name system says for certain counts: that there is no such name, or a null MX.
/// </summary>
/// <param name="log">Hears once why nothing can be asked.</param>
/// <param name="resolvers">Who is asked; null: those of the machine.</param>
public sealed class NameSystem(ILogger<NameSystem> log, Func<LookupClientOptions>? resolvers = null) : IMailDomains
{
    private static readonly TimeSpan OneQuestion = TimeSpan.FromMilliseconds(1_500);

    // The machine's resolvers are looked up when something is first asked, not when the host starts.
    private readonly Lazy<LookupClient?> _client = new(() => Make(log, resolvers));

    /// <inheritdoc/>
    public async Task<DomainMail> AskAsync(string domain, CancellationToken cancellation)
    {
        // An empty label is none of a name; the client would ask for something else.
        if (_client.Value is not { } client || domain.Split('.').Contains(""))
            return DomainMail.Unknown;
        try
        {
            // The client does not give a question up when it is cancelled in the middle of a wait; who asks does.
            var answer = await client.QueryAsync($"{domain}.", QueryType.MX, cancellationToken: cancellation).WaitAsync(cancellation);
            return answer.Header.ResponseCode switch
            {
                DnsHeaderResponseCode.NotExistentDomain => DomainMail.TakesNone,
                DnsHeaderResponseCode.NoError => IsNull(answer) ? DomainMail.TakesNone : DomainMail.Takes,
                _ => DomainMail.Unknown,
            };
        }
        catch (Exception e) when (e is DnsResponseException or OperationCanceledException or ArgumentException or InvalidOperationException)
        {
            return DomainMail.Unknown;
        }
    }

    private static bool IsNull(IDnsQueryResponse answer) =>
        answer.Answers.OfType<MxRecord>().ToList() is [{ Exchange.Value: "." }];

    private static LookupClient? Make(ILogger log, Func<LookupClientOptions>? resolvers)
    {
        try
        {
            var options = resolvers?.Invoke() ?? new LookupClientOptions();
            options.Timeout = OneQuestion;
            options.Retries = 0;
            options.UseCache = false;
            return new(options);
        }
        catch (InvalidOperationException e)
        {
            log.LogWarning(e, "This machine names no resolver: nothing is known of the domains of addresses.");
            return null;
        }
    }
}
