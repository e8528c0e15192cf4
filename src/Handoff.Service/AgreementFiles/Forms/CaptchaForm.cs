using Handoff.Agreements;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>A source's captcha as written.</summary>
internal sealed record CaptchaForm(Field<CaptchaKind> Kind, Field<Word> Secret)
{
    public static readonly Shape<CaptchaForm> Shape = Record.Of(k => new CaptchaForm(
        k.Required("kind", "Whose it is.", Words.Captcha),
        k.Required("secret", "The secret by which its vendor is asked; a reference such as ${HANDOFF_TURNSTILE_SECRET}.", Scalars.Word)));

    public CaptchaTerms Build() => new(Kind.Value, Secret.Value.Text);
}
