using System.Collections.Immutable;
using Handoff.Leads;

namespace Handoff.Connect.Channels.Crm;

/// <summary>Which status of a CRM a lead has, and that it only ever moves forward: what colleagues set there is not taken back.</summary>
/// <param name="Of">The statuses of a lead that have one.</param>
/// <param name="Others">Statuses that we never write, and how far they are.</param>
internal sealed record CrmStatuses(ImmutableDictionary<LeadStatus, string> Of, ImmutableDictionary<string, int> Others)
{
    /// <summary>These, with what the file says instead.</summary>
    public CrmStatuses With(ImmutableDictionary<LeadStatus, string> instead) => this with { Of = Of.SetItems(instead) };

    /// <summary>What is to be written; null: nothing.</summary>
    /// <param name="present">What stands there; null: nothing.</param>
    /// <param name="isNew">Whether it stands there for an earlier handoff, so that this one begins anew.</param>
    public string? Next(LeadStatus status, string? present, bool isNew)
    {
        if (Of.GetValueOrDefault(status) is not { } wanted || wanted == present)
            return null;
        if (present is null)
            return wanted;
        // A status that we do not know is a colleague's.
        return RankOf(present) is { } rank && (isNew || Rank(status) > rank) ? wanted : null;
    }

    private int? RankOf(string present)
    {
        var ours = Of.Where(one => one.Value == present).Select(one => Rank(one.Key)).ToArray();
        return ours.Length > 0 ? ours.Min() : Others.TryGetValue(present, out var rank) ? rank : null;
    }

    private static int Rank(LeadStatus status) => status switch
    {
        LeadStatus.Qualified => 1,
        LeadStatus.Offered => 2,
        LeadStatus.Accepted => 3,
        LeadStatus.Contacted => 4,
        LeadStatus.SalesQualified => 5,
        _ => 6,
    };
}
