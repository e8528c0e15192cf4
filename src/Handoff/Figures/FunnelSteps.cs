using System.Collections.Immutable;
using Handoff.Leads;

namespace Handoff.Figures;

/// <summary>The steps of the funnel, from qualified to won. Who skipped a step has taken it.</summary>
public static class FunnelSteps
{
    /// <summary><c>qualified</c>, <c>accepted</c>, <c>contacted</c>, <c>sales_qualified</c>, <c>won</c>.</summary>
    public static ImmutableArray<string> Names { get; } = ["qualified", "accepted", "contacted", "sales_qualified", "won"];

    public const int Count = 5;

    /// <summary>When a lead took each step, in their order; none from the first that it has not taken.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="into">Takes the instants: <see cref="Count"/> of them.</param>
    public static void Of(in LeadFact lead, Span<Minute> into)
    {
        var won = lead.Outcome == Outcome.Won ? lead.OutcomeAt : Minute.None;
        var real = Earliest(lead.SalesQualifiedAt, won);
        var contacted = Earliest(lead.ContactedAt, real);
        (into[0], into[1], into[2], into[3], into[4]) =
            (lead.QualifiedAt, Earliest(lead.AcceptedAt, contacted), contacted, real, won);
    }

    private static Minute Earliest(Minute one, Minute other) =>
        one.IsNone ? other : other.IsNone || one <= other ? one : other;
}
