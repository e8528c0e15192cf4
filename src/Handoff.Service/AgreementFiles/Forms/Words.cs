using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>The words that the files use for the choices of the rules.</summary>
internal static class Words
{
    public static readonly Shape<Language> Language = Scalars.Choice(("en", Handoff.People.Language.En), ("it", Handoff.People.Language.It));

    public static readonly Shape<Role> Role = Scalars.Choice(
        ("rep", Handoff.People.Role.Rep), ("manager", Handoff.People.Role.Manager), ("sales", Handoff.People.Role.Sales), ("marketing", Handoff.People.Role.Marketing));

    public static readonly Shape<Strategy> Strategy = Scalars.Choice(
        ("weighted_round_robin", Handoff.People.Strategy.WeightedRoundRobin), ("least_loaded", Handoff.People.Strategy.LeastLoaded), ("claim", Handoff.People.Strategy.Claim));

    public static readonly Shape<ClockMode> ClockMode = Scalars.Choice(("business", Handoff.Calendars.ClockMode.Business), ("elapsed", Handoff.Calendars.ClockMode.Elapsed));

    public static readonly Shape<AlertTarget> AlertTarget = Scalars.Choice(("manager", Handoff.Agreements.AlertTarget.Manager), ("director", Handoff.Agreements.AlertTarget.Director));

    public static readonly Shape<ContactWay> ContactWay = Scalars.Choice(
        ("called", Handoff.Agreements.ContactWay.Called), ("meeting", Handoff.Agreements.ContactWay.Meeting),
        ("e-mailed", Handoff.Agreements.ContactWay.Emailed), ("voicemail", Handoff.Agreements.ContactWay.Voicemail));

    public static readonly Shape<bool> Rep = Scalars.Choice(("rep", true));

    public static readonly Shape<bool> Next = Scalars.Choice(("next", true));

    public static readonly Shape<ReasonEffect> Effect = Scalars.Choice(
        ("reroute", ReasonEffect.Reroute), ("return", ReasonEffect.Return), ("nurture", ReasonEffect.Nurture), ("discard", ReasonEffect.Discard));

    public static readonly Shape<Fault> Fault = Scalars.Choice(
        ("routing", Handoff.Agreements.Fault.Routing), ("rep", Handoff.Agreements.Fault.Rep), ("marketing", Handoff.Agreements.Fault.Marketing), ("nobody", Handoff.Agreements.Fault.Nobody));

    public static readonly Shape<Period> Period = Scalars.Choice(("week", Handoff.Agreements.Period.Week), ("month", Handoff.Agreements.Period.Month));

    public static readonly Shape<Side> Side = Scalars.Choice(("marketing", Handoff.Agreements.Side.Marketing), ("sales", Handoff.Agreements.Side.Sales));

    public static readonly Shape<SourceFormat> Format = Scalars.Choice(("json", SourceFormat.Json), ("form", SourceFormat.Form));
}
