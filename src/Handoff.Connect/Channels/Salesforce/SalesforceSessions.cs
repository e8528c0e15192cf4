using System.Collections.Concurrent;
using Handoff.Connect.Channels.Crm;
using Handoff.News;
using Handoff.Service.Delivery;

namespace Handoff.Connect.Channels.Salesforce;

/// <summary>
/// The tokens by which Salesforce lets a connected app in, by client credentials. One is used until it is refused; they live in memory
/// only.
/// </summary>
internal sealed class SalesforceSessions(CrmCalls calls)
{
    private readonly ConcurrentDictionary<(Uri, string, string), string> _tokens = new();

    /// <summary>A token, or why there is none.</summary>
    /// <param name="refused">The one that was refused; null: none was.</param>
    public async Task<(string? Token, SendOutcome? Why)> OpenAsync(Channel channel, string? refused, CancellationToken cancellation)
    {
        var (id, secret) = channel.Crm!.Client!.Value;
        var key = (channel.Url, id, secret);
        if (_tokens.TryGetValue(key, out var kept) && kept != refused)
            return (kept, null);
        var call = new CrmCall(HttpMethod.Post, new(channel.Url, "/services/oauth2/token"))
        {
            Form = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret,
            },
        };
        var answer = await calls.AskAsync(call, channel.AllowPrivate, cancellation);
        if (answer is not CrmAnswer.Said { IsSuccess: true, Body: var body } || !IsToken(body.Text("access_token")))
            return (null, SalesforceAnswers.OfToken(answer));
        return (_tokens[key] = body.Text("access_token")!, null);
    }

    /// <summary>What can stand in a header.</summary>
    private static bool IsToken(string? text) => text is { Length: > 0 and <= 4096 } && text.All(letter => letter is > ' ' and <= '~');
}
