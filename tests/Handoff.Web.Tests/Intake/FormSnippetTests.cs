using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Web.Sources;

namespace Handoff.Web.Tests.Intake;

/// <summary>A form that is pasted as it is shown asks whatever its source asks.</summary>
public sealed class FormSnippetTests
{
    private const string Address = "https://handoff.acme.example/api/leads/demo-form";

    private static readonly LeadSource Form = new() { Name = "demo-form", Format = SourceFormat.Form, Key = "a b" };

    [Fact]
    public void A_source_that_asks_nothing_has_an_address_and_a_button()
    {
        var snippet = Of(Form with { Map = ImmutableDictionary<string, string>.Empty.Add("email", "your-email") });

        Assert.Equal(
            """
            <script src="https://handoff.acme.example/assets/form.js" defer></script>
            <form method="post" action="https://handoff.acme.example/api/leads/demo-form?key=a%20b">
              <label>E-mail <input type="email" name="your-email" required></label>
              <button>Send</button>
            </form>
            """, snippet);
    }

    [Fact]
    public void The_box_of_the_consent_has_the_field_that_the_source_names() => Assert.Contains(
        "\n  <label><input type=\"checkbox\" name=\"privacy&quot;\" value=\"yes\"> contact</label>\n",
        Of(Form with { Consent = new("privacy\"", "contact", "2026-11") }), StringComparison.Ordinal);

    [Theory]
    [InlineData(CaptchaKind.Turnstile, "https://challenges.cloudflare.com/turnstile/v0/api.js", "cf-turnstile")]
    [InlineData(CaptchaKind.Hcaptcha, "https://js.hcaptcha.com/1/api.js", "h-captcha")]
    [InlineData(CaptchaKind.Recaptcha, "https://www.google.com/recaptcha/api.js", "g-recaptcha")]
    public void The_captcha_is_its_vendors_and_never_says_the_secret(CaptchaKind kind, string script, string name)
    {
        var snippet = Of(Form with { Honeypot = "website_url", Captcha = new(kind, "the-secret") });

        Assert.Contains(
            $"""
              <p hidden><input name="website_url" tabindex="-1" autocomplete="off"></p>
              <!-- SITE_KEY: {kind} -->
              <script src="{script}" async defer></script>
              <div class="{name}" data-sitekey="SITE_KEY"></div>
              <button>
            """, snippet, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", snippet, StringComparison.Ordinal);
    }

    private static string Of(LeadSource source) => FormSnippet.Of(source, Address, "https://handoff.acme.example/");
}
