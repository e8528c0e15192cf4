using System.Collections.Frozen;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Service.ApiKeys;
using Handoff.Service.Figures;
using Handoff.Service.Leads;
using Handoff.Service.People;
using Handoff.Web.Administration;
using Handoff.Web.Agreements;
using Handoff.Web.Api;
using Handoff.Web.Consent;
using Handoff.Web.Http;
using Handoff.Web.Intake;

namespace Handoff.Web.OpenApi;

/// <summary>
/// What the types of the code do not say of their shapes: which texts are of a closed list, and what a sender has to send.
/// </summary>
internal static class SchemaWords
{
    private static readonly string[] Statuses = [.. Enum.GetValues<LeadStatus>().Select(status => status.Word())];
    private static readonly string[] Clocks = [.. Enum.GetValues<ClockName>().Select(LeadWords.Of)];
    private static readonly string[] ClockStates = [.. Enum.GetValues<ClockState>().Select(LeadWords.Of)];
    private static readonly string[] Outcomes = ["qualified", "won", "lost"];
    private static readonly string[] Scopes = [.. ApiScopeWords.All];

    private static readonly FrozenDictionary<(Type, string), string[]> Closed = new Dictionary<(Type, string), string[]>
    {
        [(typeof(LeadItem), "status")] = Statuses,
        [(typeof(LeadItem), "outcome")] = Outcomes,
        [(typeof(LeadView), "status")] = Statuses,
        [(typeof(IntakeReceipt), "status")] = Statuses,
        [(typeof(ClockItem), "name")] = Clocks,
        [(typeof(ClockItem), "state")] = ClockStates,
        [(typeof(ClockView), "name")] = Clocks,
        [(typeof(ClockView), "state")] = ClockStates,
        [(typeof(OutcomeReport), "outcome")] = Outcomes,
        [(typeof(ConsentReport), "contact")] = ["no"],
        [(typeof(AbsenceReport), "action")] = ["away", "back"],
        [(typeof(HeadReport), "for")] = ["marketing", "sales"],
        [(typeof(Problem), "code")] = [.. ProblemTypes.All],
        [(typeof(AuditLine), "outcome")] = ["done", "not there", "refused"],
        [(typeof(KeyView), "scopes")] = Scopes,
        [(typeof(KeyReport), "scopes")] = Scopes,
        [(typeof(KeyMade), "scopes")] = Scopes,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, string[]> Needed = new Dictionary<Type, string[]>
    {
        [typeof(OutcomeReport)] = ["outcome"],
        [typeof(ConsentReport)] = ["contact"],
        [typeof(AbsenceReport)] = ["action"],
        [typeof(HeadReport)] = ["for", "address"],
        [typeof(MetricReport)] = ["metric", "value"],
        [typeof(KeyReport)] = ["name", "scopes"],
        [typeof(Problem)] = ["type", "code", "title", "status", "detail"],
        // The public is told the id only, and who has nothing to store is told nothing.
        [typeof(IntakeReceipt)] = [],
    }.ToFrozenDictionary();

    /// <summary>The values of a property, or of the items of a list; empty: any.</summary>
    public static IReadOnlyList<string> ValuesOf(Type type, string property) => Closed.GetValueOrDefault((type, property)) ?? [];

    /// <summary>What a sender has to send; null: the type says it.</summary>
    public static IReadOnlyList<string>? NeededOf(Type type) => Needed.GetValueOrDefault(type);
}
