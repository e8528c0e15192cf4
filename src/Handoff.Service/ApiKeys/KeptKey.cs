using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.ApiKeys;

/// <summary>A key as the store keeps it. Of a key that is revoked the hash is gone.</summary>
/// <param name="Hash">SHA-256 of the whole key, in hexadecimal; the key is random, so no slower hash is needed.</param>
internal sealed record KeptKey(string Name, ImmutableArray<string> Scopes, string Hash, string AddedAt, string? RevokedAt)
{
    public string Write() => JsonSerializer.Serialize(this, KeptKeyJson.Default.KeptKey);

    public static KeptKey Read(string text) =>
        JsonSerializer.Deserialize(text, KeptKeyJson.Default.KeptKey) ?? throw new FormatException("Not a kept key.");

    public static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    public ApiKey Show(string id, string? used) => new(
        id, Name, ApiScopeWords.Read(Scopes), At(AddedAt), used is null ? null : At(used), RevokedAt is null ? null : At(RevokedAt));

    public static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}

/// <summary>Its contract.</summary>
[JsonSerializable(typeof(KeptKey))]
internal sealed partial class KeptKeyJson : JsonSerializerContext;
