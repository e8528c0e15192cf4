using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Handoff.Delivery.Tests.Smtp;

namespace Handoff.RealFaults.Tests.Mails;

/// <summary>An offer that arrived.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="To">The rep.</param>
/// <param name="Link">The link to accept or decline.</param>
internal sealed record ArrivedOffer(string Lead, string To, Uri Link);

/// <summary>The recipients' side: a real mail server that lives on whatever happens to the host, and what arrived there.</summary>
internal sealed partial class ArrivedMails : IAsyncDisposable
{
    private readonly SmtpServer _server;
    private readonly Task _reading;

    private ArrivedMails(SmtpServer server, Func<ArrivedOffer, Task> onOffer)
    {
        _server = server;
        _reading = Task.Run(() => ReadAsync(onOffer));
    }

    /// <summary>How often each mail arrived, by its Message-ID without the domain: by its name in the ledger.</summary>
    public ConcurrentDictionary<string, int> Copies { get; } = new(StringComparer.Ordinal);

    /// <summary>The leads of which an offer has arrived.</summary>
    public ConcurrentDictionary<string, bool> Offered { get; } = new(StringComparer.Ordinal);

    public int Twice => Copies.Values.Sum(count => count - 1);

    /// <summary>What a host needs to send its mails here.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["HANDOFF_MAIL"] = "smtp",
        ["HANDOFF_MAIL_FROM"] = "handoff@acme.example",
        ["HANDOFF_SMTP_HOST"] = "127.0.0.1",
        ["HANDOFF_SMTP_PORT"] = _server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["HANDOFF_SMTP_SECURITY"] = "none",
    };

    public static async Task<ArrivedMails> StartAsync(Func<ArrivedOffer, Task> onOffer) => new(await SmtpServer.StartAsync(), onOffer);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _reading;
    }

    private async Task ReadAsync(Func<ArrivedOffer, Task> onOffer)
    {
        while (await _server.NextOrNullAsync() is { } mail)
        {
            using var message = mail.Message();
            var name = message.MessageId!.Split('@')[0];
            var isFirst = Copies.AddOrUpdate(name, 1, static (_, count) => count + 1) == 1;
            var text = message.TextBody!;
            // The first mail of a lead is its offer; one that passes to another rep is an offer too.
            if (!isFirst || !AnOffer().IsMatch(text) || LinkOf().Match(text) is not { Success: true } link)
                continue;
            var lead = name[..name.LastIndexOf('-')];
            Offered[lead] = true;
            await onOffer(new(lead, mail.To, new Uri(link.Value)));
        }
    }

    [GeneratedRegex(
        @"Accept or decline:|Accetta o rifiuta:|Accettare o rifiutare:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnOffer();

    [GeneratedRegex(@"http://\S+/r/\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkOf();
}
