using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Rows;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>Chooses the leads of an agenda, of all that changed since the last one and of all that are contested.</summary>
/// <param name="since">Where the last agenda ended.</param>
/// <param name="tiers">The agreement's tiers, the highest first.</param>
public sealed class AgendaFold(Instant since, ImmutableArray<Tier> tiers)
{
    private const int MostReturned = 20;
    private const int MostVoices = 2;

    private readonly ImmutableArray<string> _tiers = [.. tiers.Select(tier => tier.Name)];
    private readonly List<LeadRow> _returned = [];
    private readonly List<LeadRow> _good = [];

    /// <summary>Takes a lead, which may be of no interest.</summary>
    public void Add(LeadRow row)
    {
        if (row.IsTest)
            return;
        if (row.Milestones.Ending is { Fault: Fault.Marketing } ending && (IsContested(row) || ending.At >= since))
            _returned.Add(row);
        if (row is { Outcome: Outcome.Won or Outcome.Qualified, Milestones.OutcomeAt: { } at } && at >= since)
            _good.Add(row);
    }

    public AgendaLeads Build() => new(
        [.. _returned.OrderByDescending(IsContested).ThenByDescending(EndedAt).Take(MostReturned).Select(Returned)],
        [.. Best().Take(MostVoices).Select(Good)],
        [.. Worst().Take(MostVoices).Select(Returned)]);

    /// <summary>
    /// Won before opportunities, those with an amount before others. Amounts of different currencies are not compared: the highest of each
    /// comes before the second of any, first that of the currency in which there were most.
    /// </summary>
    private IEnumerable<LeadRow> Best() =>
        from alike in _good.GroupBy(row => (row.Outcome, Has: row.Milestones.Amount is not null, row.Milestones.Currency))
        from ranked in alike.OrderByDescending(row => row.Milestones.Amount).ThenByDescending(row => row.Milestones.OutcomeAt)
            .Select((row, rank) => (Row: row, Rank: rank))
        orderby alike.Key.Outcome == Outcome.Won descending, alike.Key.Has descending, ranked.Rank, alike.Count() descending,
            ranked.Row.Milestones.OutcomeAt descending
        select ranked.Row;

    /// <summary>Of what came back undisputed what had promised most: the highest tier, then score, then the latest.</summary>
    private IEnumerable<LeadRow> Worst() => _returned
        .Where(row => row.CountsAgainstMarketing && !IsContested(row))
        .OrderBy(row => (uint)_tiers.IndexOf(row.Tier)).ThenByDescending(row => row.Score).ThenByDescending(EndedAt);

    private static bool IsContested(LeadRow row) => row.Contest is { IsOpen: true };

    private static Instant EndedAt(LeadRow row) => row.Milestones.Ending!.At;

    private static AgendaLead Returned(LeadRow row) =>
        new(row.Id, EndedAt(row), From(row), row.Milestones.Ending!.Reason, null, null, IsContested(row));

    private static AgendaLead Good(LeadRow row)
    {
        var (at, told) = (row.Milestones.OutcomeAt!.Value, row.Milestones);
        return new(
            row.Id, at, From(row), null, row.Outcome, told.Amount is { } amount ? new(at, amount, told.Currency) : null, false);
    }

    private static string From(LeadRow row) => row.Dimensions.GetValueOrDefault(Dimension.Campaign, Dimension.None);
}
