using System.Collections.Concurrent;
using System.Globalization;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Intake;

/// <summary>A post to a source that was refused.</summary>
/// <param name="Status">
/// The answer's status: 401 (key or signature), 403 (the page's origin), 400, 413, 415, 422 (the body), 429 (a limit), 503 (the store).
/// </param>
public sealed record SourceRefusal(Instant At, int Status);

/// <summary>
/// Remembers the last refusal of each source, for the page of the sources. It is written once a minute at most, so that whoever is refused
/// a thousand times costs the store little; what it does not take is forgotten with the process.
/// </summary>
public sealed class SourceNews(IFactStore facts, IClock clock)
{
    private const string Prefix = "source-refused:";

    private static readonly Duration Between = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, SourceRefusal> _last = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Instant> _written = new(StringComparer.Ordinal);

    /// <summary>A post to a source of the files was refused.</summary>
    public async ValueTask RefusedAsync(string source, int status, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        _last[source] = new(now, status);
        if (_written.TryGetValue(source, out var written) && now - written < Between)
            return;
        _written[source] = now;
        try
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"{InstantPattern.ExtendedIso.Format(now)} {status}");
            await facts.SaveValueAsync(Prefix + source, value, cancellation);
        }
        catch (StoreUnavailableException)
        {
            _written.TryRemove(source, out _);
        }
    }

    /// <summary>The last refusal of each source of which one is known.</summary>
    public async Task<IReadOnlyDictionary<string, SourceRefusal>> LastAsync(CancellationToken cancellation)
    {
        var last = new Dictionary<string, SourceRefusal>(_last, StringComparer.Ordinal);
        foreach (var (name, value) in await facts.ListValuesAsync(Prefix, cancellation))
        {
            var source = name[Prefix.Length..];
            if (value.Split(' ') is [var at, var status] && InstantPattern.ExtendedIso.Parse(at) is { Success: true, Value: var instant }
                && (!last.TryGetValue(source, out var known) || known.At < instant))
                last[source] = new(instant, int.Parse(status, CultureInfo.InvariantCulture));
        }

        return last;
    }
}
