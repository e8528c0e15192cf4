using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace Handoff.Web.Http;

/// <summary>What went wrong, as RFC 9457 has it. It never repeats what was sent: that may be personal.</summary>
/// <param name="Code">The kind of problem, one of <see cref="ProblemTypes"/>: programs go by it.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Detail">What to do about it.</param>
public sealed record Problem(string Code, string Title, int Status, string Detail)
{
    /// <summary>The address of the page about the kind of problem.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; init; } = $"/{ProblemTypes.Path}/{Code}";

    /// <summary>What is wrong with each field, by our names; only of 422.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, ImmutableArray<string>>? Errors { get; init; }

    /// <summary>The lead's present status, only of 409.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LeadStatus { get; init; }

    /// <summary>A problem of an HTTP status.</summary>
    internal static Problem Of(int status, string detail) =>
        new(ProblemTypes.Of(status), ReasonPhrases.GetReasonPhrase(status), status, detail);

    /// <summary>422 with what to send instead, field by field.</summary>
    internal static Problem Unusable(string detail, params IEnumerable<(string Field, string Message)> problems) => Of(422, detail) with
    {
        Errors = problems
            .GroupBy(problem => problem.Field, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                field => field.Key, field => field.Select(problem => problem.Message).ToImmutableArray(), StringComparer.Ordinal),
    };
}
