using System.Text;

namespace Handoff.Service.AgreementFiles.Yaml;

/// <summary>
/// Replaces <c>${NAME}</c> and <c>${NAME:-default}</c> in a value by variables of the environment. It works on a value that is already
/// parsed, so what a variable holds can never become YAML, nor name another variable.
/// </summary>
internal static class Substitution
{
    private const string Opening = "${";

    /// <summary>The outcome for one value.</summary>
    /// <param name="Value">With everything replaced; as written where that failed.</param>
    /// <param name="IsFromEnvironment">Whether the whole value came from a set variable.</param>
    /// <param name="Wrong">What is wrong with it, or null.</param>
    public readonly record struct Outcome(string Value, bool IsFromEnvironment, string? Wrong);

    public static Outcome Apply(string text, Func<string, string?> environment)
    {
        if (!text.Contains(Opening, StringComparison.Ordinal))
            return new Outcome(text, IsFromEnvironment: false, Wrong: null);
        var value = new StringBuilder();
        var fromFile = false;
        var at = 0;
        while (text.IndexOf(Opening, at, StringComparison.Ordinal) is var open and >= 0)
        {
            fromFile |= open > at;
            value.Append(text, at, open - at);
            var close = text.IndexOf('}', open);
            if (close < 0)
                return new Outcome(text, IsFromEnvironment: false, "'${' is not closed; write ${NAME} or ${NAME:-default}");
            var (name, fallback) = Split(text[(open + Opening.Length)..close]);
            if (!IsName(name))
                return new Outcome(
                    text, IsFromEnvironment: false, $"'{name}' is not the name of a variable; write ${{NAME}} or ${{NAME:-default}}");
            if (HostSecrets.Refuse(name) is { } refused)
                return new Outcome(text, IsFromEnvironment: false, refused);
            // As in a shell, ':-' takes the default for an empty variable too; an empty secret is never meant.
            var set = environment(name) is { Length: > 0 } found ? found : null;
            if (set is null && fallback is null)
                return new Outcome(text, IsFromEnvironment: false, $"{name} is not set");
            fromFile |= set is null;
            value.Append(set ?? fallback);
            at = close + 1;
        }

        fromFile |= at < text.Length;
        value.Append(text, at, text.Length - at);
        return new Outcome(value.ToString(), !fromFile, Wrong: null);
    }

    private static (string Name, string? Fallback) Split(string inside)
    {
        var mark = inside.IndexOf(":-", StringComparison.Ordinal);
        return mark < 0 ? (inside, null) : (inside[..mark], inside[(mark + 2)..]);
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
