using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>The words that the files use for the choices of the rules.</summary>
internal static class Words
{
    public static readonly Shape<Language> Language = Scalars.Choice(("en", People.Language.En), ("it", People.Language.It));

    public static readonly Shape<Role> Role = Scalars.Choice(
        ("rep", People.Role.Rep), ("manager", People.Role.Manager), ("sales", People.Role.Sales), ("marketing", People.Role.Marketing));

    public static readonly Shape<Strategy> Strategy = Scalars.Choice(
        ("weighted_round_robin", People.Strategy.WeightedRoundRobin), ("least_loaded", People.Strategy.LeastLoaded), ("claim", People.Strategy.Claim));

    public static readonly Shape<ClockMode> ClockMode = Scalars.Choice(("business", Calendars.ClockMode.Business), ("elapsed", Calendars.ClockMode.Elapsed));

    public static readonly Shape<AlertTarget> AlertTarget = Scalars.Choice(("manager", Agreements.AlertTarget.Manager), ("director", Agreements.AlertTarget.Director));

    public static readonly Shape<bool> Rep = Scalars.Choice(("rep", true));

    public static readonly Shape<bool> Next = Scalars.Choice(("next", true));

    public static readonly Shape<ReasonEffect> Effect = Scalars.Choice(
        ("reroute", ReasonEffect.Reroute), ("return", ReasonEffect.Return), ("nurture", ReasonEffect.Nurture), ("discard", ReasonEffect.Discard));

    public static readonly Shape<Fault> Fault = Scalars.Choice(
        ("routing", Agreements.Fault.Routing), ("rep", Agreements.Fault.Rep), ("marketing", Agreements.Fault.Marketing), ("nobody", Agreements.Fault.Nobody));

    public static readonly Shape<Period> Period = Scalars.Choice(("week", Agreements.Period.Week), ("month", Agreements.Period.Month));

    public static readonly Shape<Side> Side = Scalars.Choice(("marketing", Agreements.Side.Marketing), ("sales", Agreements.Side.Sales));

    public static readonly Shape<SourceFormat> Format = Scalars.Choice(("json", SourceFormat.Json), ("form", SourceFormat.Form));
}
