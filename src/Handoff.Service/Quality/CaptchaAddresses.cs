using Handoff.Agreements;

namespace Handoff.Service.Quality;

/// <summary>Where each vendor of captchas is asked.</summary>
public sealed record CaptchaAddresses
{
    /// <summary>developers.cloudflare.com/turnstile, "Validate the token".</summary>
    public Uri Turnstile { get; init; } = new("https://challenges.cloudflare.com/turnstile/v0/siteverify");

    /// <summary>docs.hcaptcha.com, "Verify the user response server side".</summary>
    public Uri Hcaptcha { get; init; } = new("https://api.hcaptcha.com/siteverify");

    /// <summary>developers.google.com/recaptcha/docs/verify.</summary>
    public Uri Recaptcha { get; init; } = new("https://www.google.com/recaptcha/api/siteverify");

    internal Uri Of(CaptchaKind kind) => kind switch
    {
        CaptchaKind.Turnstile => Turnstile,
        CaptchaKind.Hcaptcha => Hcaptcha,
        CaptchaKind.Recaptcha => Recaptcha,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A captcha has an address."),
    };
}
