using System.Collections.Immutable;
using Handoff.Service.Links;

namespace Handoff.Web.Http;

/// <summary>
/// The kinds of problems by which programs tell them apart, each by a code that is never given to something else. The type of a problem is
/// the address of the page about its kind: <c>/problems/{code}</c> of the host that answers.
/// </summary>
public static class ProblemTypes
{
    /// <summary>The path of the pages.</summary>
    public const string Path = "problems";

    /// <summary>The key is known and has not the scope.</summary>
    public const string MissingScope = "missing-scope";

    /// <summary>A parameter of the address is none, or its value makes no sense; <c>errors</c> names it.</summary>
    public const string WrongParameter = "wrong-parameter";

    /// <summary>The kind of a status that has none of its own.</summary>
    public const string Refused = "refused";

    /// <summary>The kinds of which the status says all, and the others.</summary>
    private static readonly ImmutableArray<(int Status, string Code)> Each =
    [
        (400, "unreadable"), (400, WrongParameter), (401, "unknown-key"), (403, "not-allowed"), (403, MissingScope), (404, "not-found"),
        (405, "wrong-method"), (409, "not-now"), (410, "over"), (413, "too-large"), (415, "wrong-format"), (422, "unusable"),
        (429, "too-many"), (500, "broken"), (503, "not-available"),
    ];

    public static ImmutableArray<string> All { get; } = [.. Each.Select(one => one.Code), Refused];

    /// <summary>The status with which a kind is answered; null: it is any other's.</summary>
    public static int? StatusOf(string code) => Each.Where(one => one.Code == code).Select(one => (int?)one.Status).FirstOrDefault();

    /// <summary>The kind of a problem of which its status says all.</summary>
    public static string Of(int status) => Each.FirstOrDefault(one => one.Status == status).Code ?? (status >= 500 ? "broken" : Refused);

    /// <summary>The type of a kind: where the page about it is.</summary>
    public static string TypeOf(Site site, string code) => $"{site.BaseAddress.AbsoluteUri}{Path}/{code}";
}
