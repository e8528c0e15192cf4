using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Agreements.Signing;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Service.Processes;
using Handoff.Service.Signing;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>Makes a report of the figures, once; what it says is kept with the report.</summary>
public sealed class ReportMaking(
    ScorecardReading scorecards, DisagreementReading disagreements, DecisionJudging decisions, ProposalReading proposals,
    ProcessTurns turns, FrozenFigures frozen, CompanyInForce company, IClock clock)
{
    /// <summary>Makes the report that is due. What it tells of periods that are over is frozen with it.</summary>
    /// <param name="due">When it was due.</param>
    /// <param name="state">The reports before.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ReportContent> MakeAsync(Occurrence due, ReportState state, CancellationToken cancellation)
    {
        await frozen.FreezeAsync(cancellation);
        var (zone, starts) = (company.Agreement.TimeZone, company.Agreement.Figures.YearStarts);
        var now = clock.GetCurrentInstant();
        var week = FigurePeriod.At(Agreements.Period.Week, due.At, zone, starts).Before;
        var ofWeek = await scorecards.ReadAsync(FigureSight.Everything, week, cancellation);
        var promises = Of(ofWeek, Agreements.Period.Week, now).ToList();
        var past = ImmutableArray.CreateBuilder<ReportedPast>();
        foreach (var kind in (Agreements.Period[])[Agreements.Period.Month, Agreements.Period.Quarter])
        {
            var goesOn = FigurePeriod.At(kind, now, zone, starts);
            // The first report after a period's end tells how it ended.
            foreach (var period in goesOn.Before.End > (state.LastAt ?? due.At - Duration.FromDays(7))
                ? (FigurePeriod[])[goesOn.Before, goesOn] : [goesOn])
            {
                var card = await scorecards.ReadAsync(FigureSight.Everything, period, cancellation);
                promises.AddRange(Of(card, kind, now));
                foreach (var figure in card.Commitments)
                {
                    if (figure.Past is { } kept)
                        past.Add(new(ReportedPromise.Of(figure, now), period.Name, period.End <= now, kept));
                }
            }
        }

        // "In a row" is of weeks: a report that was missed breaks it.
        var weekBefore = state.LastWeek == week.Before.Name ? state.LastStoodOut : [];
        var (sharpest, found) = await disagreements.FindAsync(week, weekBefore, state.LastSharpest, cancellation);
        var meetings = await turns.FindAsync<MeetingState>(MeetingProcess.Stream, cancellation) ?? MeetingState.Empty;
        return new()
        {
            Week = week.Name,
            From = week.First,
            AsOf = ofWeek.AsOf,
            Promises = [.. promises],
            Past = past.ToImmutable(),
            Returned = ofWeek.Reasons.Where(reason => reason.Effect == ReasonEffect.Return).Sum(reason => reason.OfQualified.S),
            Sharpest = sharpest,
            Decisions = await decisions.ReadAsync(meetings, state, cancellation),
            MissedMeeting = meetings.Missed is { } missed && missed.Number > state.ToldMissed ? missed : null,
            Proposal = await ProposalAsync(cancellation),
            StoodOut = found,
        };
    }

    private async Task<ReportedProposal?> ProposalAsync(CancellationToken cancellation) =>
        await proposals.CurrentAsync(company.Agreement.Language, cancellation) is { State: var state } standing
            ? new(
                standing.Terms.Version, state.Standing,
                state.Standing == ProposalStanding.Open
                    ? [.. standing.Signers.Where(one => one.SignedAt is null).Select(one => one.Who).Distinct()] : [],
                state.ExpiresAt, state.Standing == ProposalStanding.Agreed ? state.InForceAt : null)
            : null;

    private static IEnumerable<ReportedPromise> Of(Scorecard scorecard, Agreements.Period kind, Instant now) =>
        scorecard.Commitments.Where(figure => figure.Period.Kind == kind).Select(figure => ReportedPromise.Of(figure, now));
}
