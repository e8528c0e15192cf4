using System.Text.RegularExpressions;

namespace Handoff.Connect.OpenId;

/// <summary>Why a sign-in failed, for the administrator: kinds and codes, never what a message says, for that may name a person.</summary>
internal static partial class OpenIdFailure
{
    /// <summary>Whether the provider was not there, rather than that it said something wrong.</summary>
    public static bool IsSilence(Exception? failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or IOException or OperationCanceledException or TimeoutException)
                return true;
        }

        return false;
    }

    /// <summary>The kinds of the exceptions, from the outermost in, and the provider's own codes.</summary>
    public static string Describe(Exception? failure)
    {
        List<string> parts = [];
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            parts.Add(cause.GetType().Name);
            // The handler keeps the provider's answer so; "invalid_client" and its like are a vocabulary, the description is free text.
            if (cause.Data["error"] is string error && Word().IsMatch(error))
                parts.Add(error);
            if (cause.Data["error_description"] is string text && EntraCode().Match(text) is { Success: true } code)
                parts.Add(code.Value);
        }

        return parts.Count == 0 ? "no reason" : string.Join(", ", parts.Distinct(StringComparer.Ordinal));
    }

    [GeneratedRegex("^[a-z_]{1,40}$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();

    [GeneratedRegex("AADSTS[0-9]{1,8}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EntraCode();
}
