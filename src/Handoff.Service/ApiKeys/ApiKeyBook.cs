using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.ApiKeys;

/// <summary>
/// The keys of programs. The store holds their hashes alone; a key that is revoked is good no more from the next request on.
/// </summary>
public sealed class ApiKeyBook(IFactStore facts, IClock clock)
{
    /// <summary>How every key begins, so that whoever scans for leaked secrets finds it.</summary>
    public const string Prefix = "hk_";

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>How the names of the facts begin that hold keys.</summary>
    public const string Kept = "api-key:";

    private const string Used = "api-key-used:";
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly SearchValues<char> IdLetters = SearchValues.Create(Letters);
    private const int IdLength = 8;
    private const int SecretLength = 40;
    private static readonly int WholeLength = Prefix.Length + IdLength + 1 + SecretLength;

    // More often would be a write for every read.
    private static readonly Duration UseGrain = Duration.FromHours(1);

    private readonly ConcurrentDictionary<string, Instant> _used = new(StringComparer.Ordinal);

    /// <summary>Whether a text can be a key at all; a look at the store then tells.</summary>
    public static bool IsLike(string text) =>
        text.Length == WholeLength && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length + IdLength] == '_'
        && !text.AsSpan(Prefix.Length, IdLength).ContainsAnyExcept(IdLetters);

    /// <summary>Whether a text can be the name of a key.</summary>
    public static bool IsName([NotNullWhen(true)] string? name) =>
        name?.Trim() is { Length: > 0 and <= LongestName } trimmed && !trimmed.Any(char.IsControl);

    /// <summary>Makes a key.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long, or the key may do nothing.</exception>
    public async Task<NewApiKey> AddAsync(string name, ApiScopes scopes, CancellationToken cancellation)
    {
        if (!IsName(name))
            throw new ArgumentException($"A key has a name of at most {LongestName} characters.", nameof(name));
        if (scopes == ApiScopes.None)
            throw new ArgumentException("A key may do something.", nameof(scopes));
        var id = RandomNumberGenerator.GetString(Letters, IdLength);
        var secret = $"{Prefix}{id}_{RandomNumberGenerator.GetString(Letters, SecretLength)}";
        var now = clock.GetCurrentInstant();
        var kept = new KeptKey(name.Trim(), scopes.Words(), Convert.ToHexString(HashOf(secret)), KeptKey.Text(now), null);
        await facts.SaveValueAsync(Kept + id, kept.Write(), cancellation);
        return new(kept.Show(id, null), secret);
    }

    /// <summary>All keys by name, those that were revoked too.</summary>
    public async Task<ImmutableArray<ApiKey>> ListAsync(CancellationToken cancellation)
    {
        var used = await facts.ListValuesAsync(Used, cancellation);
        return
        [
            .. (await facts.ListValuesAsync(Kept, cancellation))
                .Select(one => (Id: one.Key[Kept.Length..], Key: KeptKey.Read(one.Value)))
                .Select(one => one.Key.Show(one.Id, used.GetValueOrDefault(Used + one.Id)))
                .OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase).ThenBy(key => key.AddedAt),
        ];
    }

    /// <summary>Revokes a key, now or before. False: there is none with this id.</summary>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellation)
    {
        if (id.Length != IdLength || await facts.FindValueAsync(Kept + id, cancellation) is not { } text)
            return false;
        var kept = KeptKey.Read(text);
        if (kept.RevokedAt is null)
        {
            var revoked = kept with { Hash = "", RevokedAt = KeptKey.Text(clock.GetCurrentInstant()) };
            await facts.SaveValueAsync(Kept + id, revoked.Write(), cancellation);
        }

        return true;
    }

    /// <summary>The ids of the keys that are revoked, of facts that hold keys.</summary>
    public static IEnumerable<string> RevokedIn(IReadOnlyDictionary<string, string> kept) =>
        kept.Where(one => KeptKey.Read(one.Value).RevokedAt is not null).Select(one => one.Key[Kept.Length..]);

    /// <summary>The key that was sent, if it is good. How long it takes tells no part of a secret.</summary>
    public async ValueTask<ApiKey?> FindAsync(string sent, CancellationToken cancellation)
    {
        if (!IsLike(sent))
            return null;
        var id = sent.Substring(Prefix.Length, IdLength);
        if (await facts.FindValueAsync(Kept + id, cancellation) is not { } text)
            return null;
        var kept = KeptKey.Read(text);
        return kept.RevokedAt is null && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(kept.Hash), HashOf(sent))
            ? kept.Show(id, null) : null;
    }

    /// <summary>Keeps that a key was used: once an hour.</summary>
    public async ValueTask UseAsync(ApiKey key, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_used.TryGetValue(key.Id, out var last) && now - last < UseGrain)
            return;
        _used[key.Id] = now;
        try
        {
            await facts.SaveValueAsync(Used + key.Id, KeptKey.Text(now), cancellation);
        }
        catch (StoreUnavailableException)
        {
            // What can still be read is not withheld because this cannot be written.
            _used.TryRemove(key.Id, out _);
        }
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
