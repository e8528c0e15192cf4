using System.Text;
using Handoff.Web.Words;

namespace Handoff.Web.Mail;

/// <summary>
/// The plain-text part of a mail, for those who read it: every link on a line of its own, what people wrote behind <c>&gt;</c>.
/// </summary>
internal static class LetterText
{
    /// <summary>Writes the text; lines end in a line feed.</summary>
    public static string Of(Letter letter)
    {
        var text = new StringBuilder(2_048);
        Paragraph(text, letter.Heading);
        if (letter.Opening is { } opening) Paragraph(text, opening);

        if (letter.Board is { } board) Link(text, board);
        foreach (var section in letter.Sections) Section(text, section);

        text.Append("----\n");
        foreach (var line in letter.Footer) UserText.AppendWithoutMarks(text, line).Append('\n');
        if (letter.Away is { } away) text.Append(away.Text).Append(":\n").Append(away.Href).Append('\n');
        return text.ToString();
    }

    private static void Section(StringBuilder text, LetterSection section)
    {
        if (section.Heading is { } heading) Paragraph(text, $"* {heading}");
        foreach (var says in section.Says) Paragraph(text, says);
        foreach (var bar in section.Bars) Paragraph(text, $"{bar.Label}: {bar.Value}. {bar.Standing} · {bar.Note}");
        Link(text, section.Main);
        Link(text, section.Aside);

        foreach (var quote in section.Quotes)
        {
            text.Append(quote.Label).Append(":\n");
            // Nothing that a person wrote can look like a line of ours.
            foreach (var line in quote.Lines) text.Append("> ").Append(line).Append('\n');
            text.Append('\n');
        }

        foreach (var fact in section.Facts)
        {
            text.Append(fact.Label).Append(": ").Append(fact.Value).Append('\n');
            // That of an address or a number is what the line says.
            if (fact.Href is { } href && href.Contains("://", StringComparison.Ordinal)) text.Append(href).Append('\n');
        }

        if (section.Facts.Length > 0) text.Append('\n');
    }

    private static void Paragraph(StringBuilder text, string sentence) => UserText.AppendWithoutMarks(text, sentence).Append("\n\n");

    private static void Link(StringBuilder text, LetterLink? link)
    {
        if (link is not null) text.Append(link.Text).Append(":\n").Append(link.Href).Append("\n\n");
    }
}
