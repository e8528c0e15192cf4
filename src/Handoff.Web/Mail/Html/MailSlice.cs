using System.Collections.Immutable;
using Handoff.Web.Words;
using RazorSlices;

namespace Handoff.Web.Mail.Html;

/// <summary>What the HTML part of a mail is written with: one column of tables with inline styles, encoded by Razor.</summary>
internal abstract class MailSlice : RazorSlice<Letter>
{
    protected const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    protected const string Breaking = "word-break:break-word;overflow-wrap:anywhere";

    protected const string SectionStyle = "padding:0 30px 24px 30px;";

    protected const string SectionBelowStyle = "padding:20px 30px 22px 30px;border-top:1px solid #dfe3e9;";

    protected Letter Letter => Model;

    /// <summary>A sentence of ours, in which a person's words stand isolated: they cannot turn round what follows them.</summary>
    protected void Sentence(string sentence)
    {
        var rest = sentence.AsSpan();
        while (rest.IndexOf(UserText.Open) is var open and >= 0 && rest[open..].IndexOf(UserText.Close) is var length and > 0)
        {
            Write(rest[..open]);
            WriteLiteral("<bdi>");
            Write(rest.Slice(open + 1, length - 1));
            WriteLiteral("</bdi>");
            rest = rest[(open + length + 1)..];
        }

        Write(rest);
    }

    protected void Lines(ImmutableArray<string> lines)
    {
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
                WriteLiteral("<br>");
            Write(lines[line]);
        }
    }
}
