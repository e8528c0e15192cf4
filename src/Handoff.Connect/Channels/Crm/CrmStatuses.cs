using System.Collections.Immutable;
using Handoff.Leads;

namespace Handoff.Connect.Channels.Crm;

/// <summary>What stands in a record of a CRM.</summary>
/// <param name="Status">The CRM's own status; null: none.</param>
/// <param name="Written">The status of ours that was written with it, by its word; null: none.</param>
/// <param name="IsAnothers">Whether it stands there for an earlier handoff, so that this one begins anew.</param>
internal sealed record CrmStanding(string? Status, string? Written, bool IsAnothers);

/// <summary>
/// Which status of a CRM a lead has. What colleagues set there only moves forward; what we wrote ourselves is ours to take back.
/// </summary>
/// <param name="Of">The statuses of a lead that have one.</param>
/// <param name="Others">Statuses that we never write, and how far they are.</param>
internal sealed record CrmStatuses(ImmutableDictionary<LeadStatus, string> Of, ImmutableDictionary<string, int> Others)
{
    /// <summary>These, with what the file says instead.</summary>
    public CrmStatuses With(ImmutableDictionary<LeadStatus, string> instead) => this with { Of = Of.SetItems(instead) };

    /// <summary>What is to be written; null: nothing.</summary>
    public string? Next(LeadStatus status, CrmStanding stands)
    {
        if (Of.GetValueOrDefault(status) is not { } wanted || wanted == stands.Status)
            return null;
        if (stands.Status is not { } present)
            return wanted;
        // A status that we do not know is a colleague's.
        return RankOf(present) is { } rank && (stands.IsAnothers || IsOurs(stands) || Rank(status) > rank) ? wanted : null;
    }

    /// <summary>Whether it is what we wrote with the status of ours that stands beside it: a rep may have taken that back.</summary>
    private bool IsOurs(CrmStanding stands) => Of.Any(one => one.Value == stands.Status && one.Key.Word() == stands.Written);

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
