using DnsClient;
using DnsClient.Protocol;
using Handoff.Service.Quality;
using Microsoft.Extensions.Logging;

namespace Handoff.Delivery.Domains;

/// <summary>
/// Asks the machine's resolvers for a domain's mail servers; without any, for its addresses, which take the mail then (RFC 5321 section
/// 5.1). Only what the name system says for certain counts: that there is no such name, neither server nor address, or a null MX (RFC
/// 7505).
/// </summary>
/// <param name="log">Hears once why nothing can be asked.</param>
/// <param name="resolvers">Who is asked; null: those of the machine.</param>
public sealed class NameSystem(ILogger<NameSystem> log, Func<LookupClientOptions>? resolvers = null) : IMailDomains
{
    private static readonly TimeSpan OneQuestion = TimeSpan.FromMilliseconds(1_500);

    private static readonly QueryType[] Asked = [QueryType.MX, QueryType.A, QueryType.AAAA];

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
            foreach (var type in Asked)
            {
                // The client does not give a question up when it is cancelled in the middle of a wait; who asks does.
                var answer = await client.QueryAsync($"{domain}.", type, cancellationToken: cancellation).WaitAsync(cancellation);
                if (answer.Header.ResponseCode is not (DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain))
                    return DomainMail.Unknown;
                if (answer.Header.ResponseCode == DnsHeaderResponseCode.NotExistentDomain || IsNull(answer))
                    return DomainMail.TakesNone;
                if (answer.Answers.Any(record => record.RecordType == (ResourceRecordType)type))
                    return DomainMail.Takes;
            }

            return DomainMail.TakesNone;
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
