using System.Text.RegularExpressions;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>
/// A mail's colours stand in its elements, where no style sheet of ours reaches: they must not drift from those of the pages.
/// </summary>
public sealed partial class MailColourTests
{
    /// <summary>
    /// The edges of what is at risk and what is late, brighter than a page needs them, and white as mail programs want it written.
    /// </summary>
    private static readonly string[] OfMailsAlone = ["#b87503", "#c9302a", "#ffffff"];

    [Fact]
    public void The_colours_of_a_mail_are_those_of_the_pages()
    {
        var tokens = Colours("src/Handoff.Web/Assets/Styles/10-tokens.css");

        var mail = Colours("src/Handoff.Web/Mail/Html/MailDocument.cshtml").Concat(Colours("src/Handoff.Web/Mail/Html/MailSlice.cs"))
            .Concat(Colours("src/Handoff.Web/Mail/Html/MailColours.cs"));

        Assert.Equal(OfMailsAlone, mail.Except(tokens, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string[] Colours(string file) =>
        [.. Colour().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))).Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("#[0-9a-f]{6}\\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Colour();
}
