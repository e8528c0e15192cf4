using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>What people wrote reaches a page as text: Razor encodes it, and nothing goes around that.</summary>
public sealed class MarkupTests
{
    private static readonly string[] AroundEncoding =
        ["MarkupString", "AddMarkupContent", "Html.Raw", "new HtmlString(", "IHtmlContent", "WriteLiteral", "WriteHtml("];

    /// <summary>It writes line breaks and what isolates a person's words, all constants.</summary>
    private static readonly string[] Allowed = ["src/Handoff.Web/Mail/Html/MailSlice.cs"];

    [Fact]
    public void Only_constants_are_written_as_markup() => Assert.Equal(
        Allowed,
        Repository.SourceFiles()
            .Where(file => AroundEncoding.Any(File.ReadAllText(file).Contains))
            .Select(Repository.Relative)
            .Order(StringComparer.Ordinal));
}
