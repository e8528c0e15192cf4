using System.Collections.Immutable;
using System.Globalization;

namespace Handoff.Service.Intake;

/// <summary>
/// What a page sends beside what the visitor wrote. It is no field of the lead: it is looked at in the first turn and shown to nobody.
/// </summary>
/// <param name="Captcha">The token of the captcha, or null.</param>
/// <param name="FilledInMs">Milliseconds from the page's beginning until it was sent, or null: the page did not say.</param>
public sealed record FormTraces(string? Captcha, int? FilledInMs)
{
    /// <summary>The hidden field in which <c>form.js</c> sends how long the form was filled in.</summary>
    public const string FilledIn = "handoff_filled";

    private const int LongestToken = 8_000;

    private static readonly ImmutableArray<string> Answers = ["cf-turnstile-response", "h-captcha-response", "g-recaptcha-response"];

    /// <summary>Takes the traces out of posted fields; null: there are none.</summary>
    public static (IReadOnlyDictionary<string, string> Fields, FormTraces? Traces) Taken(IReadOnlyDictionary<string, string> posted)
    {
        if (!posted.ContainsKey(FilledIn) && !Answers.Any(posted.ContainsKey))
            return (posted, null);
        var token = Answers.Select(posted.GetValueOrDefault).FirstOrDefault(one => one is { Length: > 0 and <= LongestToken });
        int? filled = int.TryParse(posted.GetValueOrDefault(FilledIn), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length : null;
        var rest = posted.Where(field => !IsTrace(field.Key))
            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        return (rest, new(token, filled));
    }

    private static bool IsTrace(string name) => name == FilledIn || Answers.Contains(name);
}
