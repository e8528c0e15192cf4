using System.Net;
using Handoff.Agreements;

namespace Handoff.Web.Sources;

/// <summary>
/// What a page needs to post to a source of plain forms: everything that the source asks of a form. A key in a public page is no secret.
/// </summary>
internal static class FormSnippet
{
    /// <param name="address">The source's address.</param>
    /// <param name="host">The product's public address, ending in a slash.</param>
    public static string Of(LeadSource source, string address, string host)
    {
        var email = Encoded(source.Map.GetValueOrDefault("email", "email"));
        var honeypot = source.Honeypot is { } trap
            ? $"\n  <p hidden><input name=\"{Encoded(trap)}\" tabindex=\"-1\" autocomplete=\"off\"></p>" : "";
        // A box that is not ticked is not sent, and whether it must be is for the company to say.
        var consent = source.Consent is { } asked
            ? $"\n  <label><input type=\"checkbox\" name=\"{Encoded(asked.Field)}\" value=\"yes\"> {Encoded(asked.Purpose)}</label>" : "";
        var captcha = source.Captcha is { } terms ? $"\n{Widget(terms.Kind)}" : "";
        return $"""
            <script src="{host}assets/form.js" defer></script>
            <form method="post" action="{address}?key={Uri.EscapeDataString(source.Key)}">
              <label>E-mail <input type="email" name="{email}" required></label>{honeypot}{consent}{captcha}
              <button>Send</button>
            </form>
            """;
    }

    /// <summary>The vendor's widget. The site key is public, and we are not told it: whoever pastes the form puts it in.</summary>
    private static string Widget(CaptchaKind kind)
    {
        var (script, name) = kind switch
        {
            CaptchaKind.Turnstile => ("https://challenges.cloudflare.com/turnstile/v0/api.js", "cf-turnstile"),
            CaptchaKind.Hcaptcha => ("https://js.hcaptcha.com/1/api.js", "h-captcha"),
            CaptchaKind.Recaptcha => ("https://www.google.com/recaptcha/api.js", "g-recaptcha"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A captcha has a vendor."),
        };
        return $"""
              <!-- SITE_KEY: {kind} -->
              <script src="{script}" async defer></script>
              <div class="{name}" data-sitekey="SITE_KEY"></div>
            """;
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
