using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Qualification;
using Handoff.Service.Paper;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Paper;

/// <summary>What stands in the form of the page.</summary>
/// <param name="Fields">What is posted of a lead, by our names.</param>
/// <param name="Others">More fields: a line each, <c>name: value</c>, or a JSON object.</param>
/// <param name="At">When the lead arrives, as the browser has it, in the reader's zone; empty: now.</param>
public sealed record PaperForm(
    string Source, ImmutableDictionary<string, string> Fields, string Others, string At, bool UnderProposal)
{
    private const int Longest = 10_000;

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>The fields that have an input of their own, in its order.</summary>
    internal static ImmutableArray<string> Named { get; } =
    [
        KnownFields.Email, KnownFields.Company, KnownFields.Country, KnownFields.Form, KnownFields.JobTitle, KnownFields.Employees,
        KnownFields.Language, KnownFields.Product,
    ];

    /// <summary>A form that nobody has filled in: a lead that could be.</summary>
    internal static PaperForm Example(string source) => new(
        source,
        ImmutableDictionary<string, string>.Empty.Add(KnownFields.Email, "ada@analytical.example")
            .Add(KnownFields.Company, "Analytical Engines").Add(KnownFields.Country, "IT").Add(KnownFields.Form, "demo"),
        "", "", UnderProposal: false);

    internal static PaperForm Of(IReadOnlyDictionary<string, string> posted) => new(
        Given(posted, "source"),
        Named.Where(name => Given(posted, name).Length > 0).ToImmutableDictionary(name => name, name => Given(posted, name)),
        Given(posted, "others"), Given(posted, "at"), Given(posted, "under") == "proposal");

    /// <summary>When the lead arrives; null: what was written is no time.</summary>
    internal Instant? Arrives(DateTimeZone zone, Instant now) => At.Length == 0 ? now
        : Minute.Parse(At) is { Success: true, Value: var local } ? local.InZoneLeniently(zone).ToInstant()
        : null;

    /// <summary>Every field; null: the others are neither lines nor an object of JSON.</summary>
    internal IReadOnlyDictionary<string, string>? Everything() =>
        Read(Others.Trim()) is { } more ? more.SetItems(Fields) : null;

    private static ImmutableDictionary<string, string>? Read(string others)
    {
        if (others.StartsWith('{'))
            return ReadObject(others);
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var line in others.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value])
                return null;
            fields[name] = value;
        }

        return fields.ToImmutable();
    }

    private static ImmutableDictionary<string, string>? ReadObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return PaperOrder.FieldsOf(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Given(IReadOnlyDictionary<string, string> posted, string name) =>
        posted.TryGetValue(name, out var value) && value.Length <= Longest ? value.Trim() : "";
}
