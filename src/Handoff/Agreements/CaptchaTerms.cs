namespace Handoff.Agreements;

/// <summary>Whose captcha stands in a form.</summary>
public enum CaptchaKind
{
    /// <summary>Cloudflare Turnstile.</summary>
    Turnstile,

    Hcaptcha,

    /// <summary>Google reCAPTCHA, its second and its third version.</summary>
    Recaptcha,
}

/// <summary>The captcha of a source.</summary>
/// <param name="Secret">The secret by which its vendor is asked.</param>
public sealed record CaptchaTerms(CaptchaKind Kind, string Secret);
