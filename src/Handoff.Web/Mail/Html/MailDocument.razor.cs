using System.Collections.Immutable;
using Handoff.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Handoff.Web.Mail.Html;

/// <summary>The HTML part of a mail: one column of tables with inline styles, encoded by Razor.</summary>
/// <remarks>
/// Rendered by <see cref="RazorMailRenderer"/> alone; it is no component for pages. Razor makes it public; what it shows stays internal, so it is
/// taken from the parameters by hand.
/// </remarks>
public sealed partial class MailDocument
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    private const string Breaking = "word-break:break-word;overflow-wrap:anywhere";

    private const string SectionStyle = "padding:0 30px 24px 30px;";

    private const string SectionBelowStyle = $"padding:20px 30px 22px 30px;border-top:1px solid {MailColours.Line};";

    // Razor takes comments out, and these are read by Outlook.
    private static readonly MarkupString OutlookOpen =
        new("<!--[if mso]><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->");

    private static readonly MarkupString OutlookClose = new("<!--[if mso]></td></tr></table><![endif]-->");

    private Letter? _letter;

    private Letter Letter => _letter ?? throw new InvalidOperationException("A mail's document shows a letter.");

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        _letter = parameters.GetValueOrDefault<Letter>(nameof(Letter));
        return base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>A sentence of ours, in which a person's words stand isolated: they cannot turn round what follows them.</summary>
    private static void Sentence(RenderTreeBuilder builder, string sentence)
    {
        var rest = sentence.AsSpan();
        while (rest.IndexOf(UserText.Open) is var open and >= 0 && rest[open..].IndexOf(UserText.Close) is var length and > 0)
        {
            if (open > 0) builder.AddContent(0, rest[..open].ToString());
            builder.OpenElement(1, "bdi");
            builder.AddContent(2, rest.Slice(open + 1, length - 1).ToString());
            builder.CloseElement();
            rest = rest[(open + length + 1)..];
        }

        if (rest.Length > 0) builder.AddContent(3, rest.ToString());
    }

    private static void Lines(RenderTreeBuilder builder, ImmutableArray<string> lines)
    {
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0) builder.AddMarkupContent(0, "<br>");
            builder.AddContent(1, lines[line]);
        }
    }
}
