using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Handoff.People;
using NodaTime;

namespace Handoff.Service.Busy;

/// <summary>What is kept of a person's own calendar: times, and nothing of what they are.</summary>
/// <param name="Of">A hash of the address: of another address nothing here holds.</param>
/// <param name="TriedAt">When it was last asked for, in seconds since 1970.</param>
/// <param name="ReadAt">When it was last read whole; null: never.</param>
/// <param name="FailingSince">Since when it cannot be read; null: it can.</param>
/// <param name="Why">Why not.</param>
/// <param name="Away">Start and end of each absence.</param>
internal sealed record BusyState(
    string Of, string? ETag, string? Modified, long TriedAt, long? ReadAt, long? FailingSince, string? Why, ImmutableArray<long[]> Away)
{
    /// <summary>How the names begin under which it is kept.</summary>
    public const string Names = "busy:";

    public static string NameOf(PersonId person) => Names + person.Value;

    public static string HashOf(BusyCalendar calendar) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(calendar.Address.AbsoluteUri)))[..20];

    public static BusyState Read(string text) =>
        JsonSerializer.Deserialize(text, BusyStateJson.Default.BusyState) ?? throw new FormatException("Not a kept calendar.");

    /// <summary>Nothing yet of a calendar.</summary>
    public static BusyState None(string of) => new(of, null, null, 0, null, null, null, []);

    public string Write() => JsonSerializer.Serialize(this, BusyStateJson.Default.BusyState);

    [JsonIgnore]
    public ImmutableArray<Absence> Absences =>
        [.. Away.Select(one => new Absence(At(one[0]), At(one[1])) { IsFromCalendar = true })];

    public static ImmutableArray<long[]> Seconds(ImmutableArray<Absence> absences) =>
        [.. absences.Select(one => new[] { one.Start.ToUnixTimeSeconds(), one.End!.Value.ToUnixTimeSeconds() })];

    public static Instant At(long seconds) => Instant.FromUnixTimeSeconds(seconds);

    /// <summary>The absences that the kept calendar of a person tells; none of an address that is no longer the person's.</summary>
    public static ImmutableArray<Absence> AbsencesOf(Person person, IReadOnlyDictionary<string, string> kept) =>
        person.Busy is { } calendar && kept.GetValueOrDefault(NameOf(person.Id)) is { } text
        && Read(text) is var state && state.Of == HashOf(calendar) ? state.Absences : [];
}

/// <summary>Its contract.</summary>
[JsonSerializable(typeof(BusyState))]
internal sealed partial class BusyStateJson : JsonSerializerContext;
