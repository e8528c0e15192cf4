using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Handoff.Rows;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Benchmarks.Hosting;

/// <summary>
/// Fills a store with copies of lives that the product itself has led, through the store's own port: each under an id of its own, so many
/// weeks earlier, and of a campaign of its own, so that copies have as much in common as leads of a large company have.
/// </summary>
internal sealed partial class CopiedLives
{
    private const int Weeks = 52;
    private const int Campaigns = 40;
    private const int AtOnce = 256;

    private sealed record Life(string Id, ImmutableArray<(StoredEvent Stored, string Json)> Events, string State, string Row, LeadRow Read);

    private readonly List<Life> _lives = [];
    private long _next = 1L << 40;
    private int _copies;

    /// <summary>How many lives are copied.</summary>
    public int Count => _lives.Count;

    /// <summary>Reads the lives that are over: nobody is to be woken for a copy.</summary>
    public async Task ReadAsync(IStreamStore store, CancellationToken cancellation)
    {
        await foreach (var row in store.ReadRowsAsync(RowQuery.All, cancellation))
        {
            var stream = new StreamId(StreamKind.Lead, row.LeadId);
            if (await store.FindAsync(stream, cancellation) is not { NextWakeUp: null } head)
                continue;
            var events = await store.ReadEventsAsync(stream, cancellation);
            _lives.Add(new(
                row.LeadId, [.. events.Select(one => (one, Text(one.Json)))], Text(head.State), Text(row.Bytes),
                LedgerJson.ReadRow(row.Bytes.Span)));
        }
    }

    /// <summary>Adds copies.</summary>
    /// <param name="store">Takes them.</param>
    /// <param name="leads">How many.</param>
    /// <param name="whole">With all events, as a rebuild needs them; else with the first, for figures read rows alone.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many events were added.</returns>
    public async Task<long> AddAsync(IStreamStore store, int leads, bool whole, CancellationToken cancellation)
    {
        var (events, under) = (0L, new Queue<Task>());
        for (var end = _copies + leads; _copies < end; _copies++)
        {
            // Week by week, so that the store meets them in no order of its own.
            var (life, weeks) = (_lives[_copies % _lives.Count], 1 + (_copies / _lives.Count % Weeks));
            var turn = CopyOf(life, weeks, _copies % Campaigns, whole);
            events += turn.Events.Length;
            under.Enqueue(store.CommitAsync(turn, cancellation).AsTask());
            if (under.Count >= AtOnce)
                await under.Dequeue();
        }

        await Task.WhenAll(under);
        return events;
    }

    private Turn CopyOf(Life life, int weeks, int campaign, bool whole)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"0190{_next++:x12}7000{_next * 7919 % 281474976710655:x12}");
        var earlier = Duration.FromDays(7 * weeks);
        string Of(string text) => Campaign().Replace(
            Instants().Replace(text, match => Earlier(match.Value, earlier)), $"$0-{campaign.ToString(CultureInfo.InvariantCulture)}")
            .Replace(life.Id, id, StringComparison.Ordinal);
        return new()
        {
            Stream = new(StreamKind.Lead, id),
            ExpectedVersion = 0,
            Events =
            [
                .. life.Events.Take(whole ? int.MaxValue : 1)
                    .Select(one => new NewEvent(one.Stored.At - earlier, one.Stored.Type, Bytes(Of(one.Json)))),
            ],
            State = Bytes(whole ? Of(life.State) : "{}"),
            NextWakeUp = null,
            Row = new(life.Read.Shelf, life.Read.ReceivedAt - earlier, life.Read.ChangedAt - earlier, Bytes(Of(life.Row))),
        };
    }

    private static string Earlier(string instant, Duration by) =>
        InstantPattern.ExtendedIso.Format(InstantPattern.ExtendedIso.Parse(instant).Value - by);

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instants();

    [GeneratedRegex("\"campaign\":\"[^\"]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Campaign();
}
