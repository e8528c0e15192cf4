using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Handoff.Leads;
using Handoff.Local.Tests.Hosting;
using Handoff.News;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Handoff.Local.Tests.Channels.Troubled;

/// <summary>
/// Days in which leads come and people answer some of them, by the lead's number alone: two hosts that are given them live through the
/// same. The clock goes on as soon as the leads have done what is due; what goes to channels is not waited for.
/// </summary>
/// <param name="moves">What else happens when the clock moves on.</param>
internal sealed class CrowdedDays(RunningHost host, int leads, Action moves)
{
    private const int InAMinute = 20;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The leads come, some each minute, and reps and the CRM answer.</summary>
    public async Task ReceiveAllAsync()
    {
        var perMinute = Math.Max(InAMinute, leads / 100);
        foreach (var some in Enumerable.Range(0, leads).Chunk(perMinute))
        {
            await Parallel.ForEachAsync(
                some, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) => await ReceiveAsync(number));
            await host.SettleLeadsAsync();
            await PassAsync(TimeSpan.FromMinutes(1));
            await AnswerAsync(2 * perMinute);
        }
    }

    /// <summary>The clock moves on, a step at a time.</summary>
    public async Task PassAsync(TimeSpan by, TimeSpan? step = null)
    {
        var most = step ?? by;
        for (var left = by; left > TimeSpan.Zero; left -= most)
        {
            host.MoveOn(left < most ? left : most);
            moves();
            await host.SettleLeadsAsync();
        }
    }

    /// <summary>
    /// Every instant of every lead: what happened, what was owed and what was delivered, and when. A lead is known by its number, and that
    /// it owes its news is left out. How a manager's alerts of one instant are grouped depends on which lead's turn came first, and is no
    /// lead's own time.
    /// </summary>
    public async Task<IReadOnlyList<string>> InstantsAsync()
    {
        var streams = host.Services.GetRequiredService<IStreamStore>();
        List<string> all = [];
        await foreach (var id in streams.ListAsync(StreamKind.Lead, default))
        {
            var name = _numbers[id].ToString("00000", CultureInfo.InvariantCulture);
            all.AddRange(WordsOf(await streams.ReadEventsAsync(new(StreamKind.Lead, id), default))
                .Select(one => $"{name} {InstantPattern.ExtendedIso.Format(one.At)} {one.Word}"));
        }

        return [.. all.Order(StringComparer.Ordinal)];
    }

    /// <summary>The ids of every public event of the ledger.</summary>
    public async Task<IReadOnlySet<string>> ToBeToldAsync()
    {
        var streams = host.Services.GetRequiredService<IStreamStore>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in new[] { StreamKind.Lead, StreamKind.Report, StreamKind.Warnings, StreamKind.Proposal })
        {
            await foreach (var id in streams.ListAsync(kind, default))
            {
                var stream = new StreamId(kind, id);
                foreach (var stored in await streams.ReadEventsAsync(stream, default))
                {
                    var told = kind == StreamKind.Lead ? NewsKinds.Of(LedgerJson.ReadLeadEvent(stored.Json.Span))
                        : NewsKinds.Of(LedgerJson.ReadProcessEvent(stored.Json.Span));
                    if (told is not null)
                        ids.Add(string.Create(CultureInfo.InvariantCulture, $"{stream.Name}.{stored.Sequence}"));
                }
            }
        }

        return ids;
    }

    private async Task ReceiveAsync(int number)
    {
        using var answer = await host.PostLeadAsync(Calls.Demo($"person-{number}@company-{number}.example"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var receipt = await answer.Content.ReadFromJsonAsync<Receipt>();
        lock (_numbers)
            _numbers.Add(receipt!.Id, number);
    }

    /// <summary>Each lead's first offer is answered, by its number: accepted, and perhaps won or lost, declined, or left alone.</summary>
    private async Task AnswerAsync(int newest)
    {
        var mails = (await host.Http.GetFromJsonAsync<SeenMail[]>($"/mailbox/messages.json?limit={4 * newest}"))!;
        var offers = mails.Where(mail => mail.Kind == "offer" && _read.Add(mail.Id)).Reverse()
            .Select(mail => (Lead: mail.Id[..mail.Id.LastIndexOf('-')], mail.Offer)).Where(offer => _answered.Add(offer.Lead)).ToList();
        foreach (var (lead, offer) in offers)
        {
            var kind = _numbers[lead] % 10;
            if (kind <= 5)
                await PressAsync(offer, [new("action", "accept")]);
            if (kind == 6)
                await PressAsync(offer, [new("action", "decline"), new("reason", "not_a_fit")]);
        }

        // What is told before the acceptance is confirmed overtakes the confirmation: both hosts are to send it.
        await host.SettleLeadsAsync();
        foreach (var (lead, kind) in offers.Select(offer => (offer.Lead, Kind: _numbers[offer.Lead] % 10)).Where(one => one.Kind <= 3))
        {
            using var told = await host.Http.PostAsJsonAsync(
                $"/api/leads/{lead}/outcome", kind <= 2 ? (object)new { outcome = "won", amount = 1200, currency = "EUR" }
                    : new { outcome = "lost", reason = "price" });
            Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        }

        await host.SettleLeadsAsync();
    }

    private async Task PressAsync(string path, KeyValuePair<string, string>[] fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await host.Http.PostAsync(new Uri(path, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The events of a lead without those of its news; they are in no mail and move no clock.</summary>
    private static IEnumerable<(Instant At, string Word)> WordsOf(IEnumerable<StoredEvent> stored)
    {
        var kinds = new Dictionary<int, MessageKind>();
        foreach (var happened in stored.Select(one => LedgerJson.ReadLeadEvent(one.Json.Span)))
        {
            if (happened is MessageOwed { Message: var owed })
                kinds[owed.Number] = owed.Kind;
            var kind = NumberOf(happened) is { } number ? kinds[number] : (MessageKind?)null;
            if (kind != MessageKind.News)
                yield return (happened.At, $"{happened.GetType().Name} {kind}");
        }
    }

    private static int? NumberOf(LeadEvent happened) => happened switch
    {
        MessageOwed e => e.Message.Number,
        MessageSent e => e.Number,
        MessageFailed e => e.Number,
        MessageHeld e => e.Number,
        MessageReleased e => e.Number,
        MessageOvertaken e => e.Number,
        MessageParked e => e.Number,
        MessageDelivered e => e.Number,
        _ => null,
    };
}
