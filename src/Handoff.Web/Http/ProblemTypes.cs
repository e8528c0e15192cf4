using System.Collections.Immutable;

namespace Handoff.Web.Http;

/// <summary>
/// The kinds of problems by which programs tell them apart; docs/api.md lists them. None is ever given to something else.
/// </summary>
public static class ProblemTypes
{
    private const string Prefix = "urn:handoff:problem:";

    /// <summary>The key is known and has not the scope.</summary>
    public const string MissingScope = Prefix + "missing-scope";

    /// <summary>A parameter of the address is none, or its value makes no sense; <c>errors</c> names it.</summary>
    public const string WrongParameter = Prefix + "wrong-parameter";

    private static readonly ImmutableDictionary<int, string> ByStatus = new Dictionary<int, string>
    {
        [400] = "unreadable",
        [401] = "unknown-key",
        [403] = "not-allowed",
        [404] = "not-found",
        [405] = "wrong-method",
        [409] = "not-now",
        [410] = "over",
        [413] = "too-large",
        [415] = "wrong-format",
        [422] = "unusable",
        [429] = "too-many",
        [503] = "not-available",
    }.ToImmutableDictionary();

    /// <summary>Every kind.</summary>
    public static IEnumerable<string> All =>
        ByStatus.Values.Append("refused").Append("broken").Select(name => Prefix + name).Append(MissingScope).Append(WrongParameter);

    /// <summary>The kind of a problem of which its status says all.</summary>
    public static string Of(int status) => Prefix + (ByStatus.GetValueOrDefault(status) ?? (status >= 500 ? "broken" : "refused"));
}
