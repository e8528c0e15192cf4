using System.Collections.Concurrent;
using Handoff.Agreements;
using Handoff.Meetings;
using Handoff.Service.Company;
using Handoff.Service.Meetings;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>A source of which much is refused.</summary>
/// <param name="Count">How much at least, in the hour that ended with <paramref name="Last"/>.</param>
public sealed record RefusedSource(string Name, int Count, Instant Last);

/// <summary>
/// Counts posts whose key or signature is wrong. Of a source that was valid once, many in an hour mean that a key was changed on one side
/// only, and that its leads are lost: the log says so, the status page, and a mail to the head of marketing, once a day. Each process
/// counts its own; that a source was valid is a fact of the store.
/// </summary>
public sealed class SourceRefusals(
    IFactStore facts, PaceProcess warnings, CompanyInForce company, IClock clock, ILogger<SourceRefusals> log)
{
    public const int Many = 20;

    private static readonly Duration Hour = Duration.FromHours(1);

    private readonly ConcurrentDictionary<string, Queue<Instant>> _refused = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _valid = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RefusedSource> _told = new(StringComparer.Ordinal);

    /// <summary>The sources of which as many were refused in the last hour, by name.</summary>
    public IReadOnlyList<RefusedSource> Told
    {
        get
        {
            var since = clock.GetCurrentInstant() - Hour;
            return [.. _told.Values.Where(one => one.Last > since).OrderBy(one => one.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>A post of the source was authentic.</summary>
    public async ValueTask AcceptedAsync(LeadSource source, CancellationToken cancellation)
    {
        if (!_valid.TryAdd(source.Name, true))
            return;
        try
        {
            await facts.SaveValueAsync(Fact(source), "", cancellation);
        }
        catch (StoreUnavailableException)
        {
            _valid.TryRemove(source.Name, out _);
        }
    }

    /// <summary>A post to the source was not authentic.</summary>
    public async ValueTask RefusedAsync(LeadSource source, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (Count(source.Name, now) < Many || !await WasValidAsync(source, cancellation))
            return;
        var isNews = !_told.TryGetValue(source.Name, out var before) || before.Last <= now - Hour;
        _told[source.Name] = new(source.Name, Many, now);
        if (!isNews)
            return;
        log.LogError(
            LogEvents.SourceRefused,
            "{Count} posts to source {Source} were refused within an hour, and it was valid before: its key or secret was changed on "
                + "one side only, and its leads are lost.", Many, source.Name);
        try
        {
            var warning = new WarnOfSource(source.Name, Many, company.Agreement.SignedByMarketing);
            await warnings.AskAsync(PaceProcess.Stream, warning, cancellation);
        }
        catch (StoreUnavailableException)
        {
            _told.TryRemove(source.Name, out _);
        }
    }

    private int Count(string source, Instant now)
    {
        var times = _refused.GetOrAdd(source, _ => new());
        lock (times)
        {
            times.Enqueue(now);
            while (times.Count > Many || times.Peek() <= now - Hour)
                times.Dequeue();
            return times.Count;
        }
    }

    private async ValueTask<bool> WasValidAsync(LeadSource source, CancellationToken cancellation)
    {
        try
        {
            return _valid.ContainsKey(source.Name) || await facts.FindValueAsync(Fact(source), cancellation) is not null;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private static string Fact(LeadSource source) => $"source-valid:{source.Name}";
}
