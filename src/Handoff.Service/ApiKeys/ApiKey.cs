using NodaTime;

namespace Handoff.Service.ApiKeys;

/// <summary>A program's key, as it is known once it was shown.</summary>
/// <param name="Id">Eight characters; the audit log names the key by it.</param>
/// <param name="Name">What its administrator calls it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="AddedAt">Since when it is good.</param>
/// <param name="LastUsedAt">When it was last used, to the hour; null: never.</param>
/// <param name="RevokedAt">Since when it is good no more; null: it is good.</param>
public sealed record ApiKey(string Id, string Name, ApiScopes Scopes, Instant AddedAt, Instant? LastUsedAt, Instant? RevokedAt);

/// <summary>A key that was made.</summary>
/// <param name="Key">What is known of it from now on.</param>
/// <param name="Secret">The key itself: nobody can show it again.</param>
public sealed record NewApiKey(ApiKey Key, string Secret);
