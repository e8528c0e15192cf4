using System.Text.Encodings.Web;

namespace Handoff.Benchmarks.Rivals.Handoffs;

/// <summary>A rival's e-mails: a few lines, encoded; ours are designed and larger.</summary>
internal static class LeadMail
{
    public static (string Html, string Text) Offer(string rep, string name, string company, string message, string token)
    {
        var encode = HtmlEncoder.Default;
        return ($"""
            <html><body><p>Hello {encode.Encode(rep)},</p>
            <p>a new lead is yours: <b>{encode.Encode(name)}</b> of {encode.Encode(company)}.</p>
            <blockquote>{encode.Encode(message)}</blockquote><p><a href="http://127.0.0.1/r/{token}">Accept</a></p></body></html>
            """, $"Hello {rep},\na new lead is yours: {name} of {company}.\n\n{message}\n\nAccept: http://127.0.0.1/r/{token}\n");
    }

    public static (string Html, string Text) Confirmation(string rep, string name, string company)
    {
        var encode = HtmlEncoder.Default;
        return ($"<html><body><p>{encode.Encode(rep)}, {encode.Encode(name)} of {encode.Encode(
            company)} is yours. Please call within the hour.</p></body></html>",
            $"{rep}, {name} of {company} is yours. Please call within the hour.\n");
    }
}
