namespace Handoff.Web.Pages;

/// <summary>Sets what people wrote apart from the direction of the text around it, where no <c>bdi</c> element can stand.</summary>
internal static class Isolated
{
    private const char Open = '\u2068';
    private const char Close = '\u2069';

    /// <summary>The text between FIRST STRONG ISOLATE and its end, without such marks of its own.</summary>
    public static string Text(string text) => $"{Open}{string.Concat(text.Where(one => one is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))))}{Close}";
}
