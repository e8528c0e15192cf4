using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Qualification.Quality;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>The words that the files use for the choices of the rules.</summary>
internal static class Words
{
    public static readonly Shape<Language> Language = Scalars.Choice([.. Handoff.People.Language.All.Select(one => (one.Tag, one))]);

    public static readonly Shape<Role> Role = Scalars.Choice<Role>();

    public static readonly Shape<Strategy> Strategy = Scalars.Choice<Strategy>();

    public static readonly Shape<ClockMode> ClockMode = Scalars.Choice<ClockMode>();

    public static readonly Shape<AlertTarget> AlertTarget = Scalars.Choice<AlertTarget>();

    public static readonly Shape<ContactWay> ContactWay = Scalars.Choice(
        ("called", Handoff.Agreements.ContactWay.Called), ("meeting", Handoff.Agreements.ContactWay.Meeting),
        ("e-mailed", Handoff.Agreements.ContactWay.Emailed), ("voicemail", Handoff.Agreements.ContactWay.Voicemail));

    public static readonly Shape<bool> Rep = Scalars.Choice(("rep", true));

    public static readonly Shape<bool> Next = Scalars.Choice(("next", true));

    public static readonly Shape<ReasonEffect> Effect = Scalars.Choice<ReasonEffect>();

    public static readonly Shape<Fault> Fault = Scalars.Choice<Fault>();

    public static readonly Shape<Period> Period = Scalars.Choice<Period>();

    public static readonly Shape<Side> Side = Scalars.Choice<Side>();

    public static readonly Shape<QualityCheck> Quality = Scalars.Choice<QualityCheck>();

    public static readonly Shape<CaptchaKind> Captcha = Scalars.Choice<CaptchaKind>();

    public static readonly Shape<SourceFormat> Format = Scalars.Choice<SourceFormat>();
}
