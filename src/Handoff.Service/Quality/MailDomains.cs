using System.Collections.Concurrent;
using System.Collections.Immutable;
using Handoff.Qualification;

namespace Handoff.Service.Quality;

/// <summary>
/// Remembers what the name system said of domains, and protects leads from one that hangs: a few questions at once, and none for a while
/// after several in a row got no answer. Whoever is not asked for is <see cref="DomainMail.Unknown"/>, and goes on.
/// </summary>
/// <param name="asked">Who is asked.</param>
/// <param name="time">Real time: a resolver does not hurry because the product's clock does.</param>
public sealed class MailDomains(IMailDomains asked, TimeProvider time) : IDisposable
{
    private const int MostAtOnce = 16;
    private const int MostKept = 20_000;
    private const int GivesUpAfter = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private static readonly TimeSpan KeptUnknown = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    /// <summary>Names that never are anybody's (RFC 2606, RFC 6761): tests and documents use them.</summary>
    private static readonly ImmutableHashSet<string> Reserved =
        ["example", "test", "invalid", "localhost", "local", "example.com", "example.net", "example.org"];

    private readonly ConcurrentDictionary<string, (DomainMail Says, long Until)> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);
    private int _silent;
    private long _restsUntil;

    /// <summary>Whether the domain takes mail.</summary>
    public async ValueTask<DomainMail> AskAsync(string domain, CancellationToken cancellation)
    {
        if (EmailDomains.IsIn(Reserved, domain))
            return DomainMail.Unknown;
        var now = Now;
        if (_known.TryGetValue(domain, out var known) && now < known.Until)
            return known.Says;
        if (now < Volatile.Read(ref _restsUntil) || !await _places.WaitAsync(TimeSpan.Zero, cancellation))
            return DomainMail.Unknown;
        try
        {
            var says = await asked.AskAsync(domain, cancellation);
            Heard(says);
            if (_known.Count >= MostKept)
                _known.Clear();
            _known[domain] = (says, Now + (long)(says == DomainMail.Unknown ? KeptUnknown : Kept).TotalMilliseconds);
            return says;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Heard(DomainMail says)
    {
        if (says != DomainMail.Unknown)
            Volatile.Write(ref _silent, 0);
        else if (Interlocked.Increment(ref _silent) >= GivesUpAfter)
            Volatile.Write(ref _restsUntil, Now + (long)Rest.TotalMilliseconds);
    }
}
