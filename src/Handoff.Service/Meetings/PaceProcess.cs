using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Figures;
using Handoff.Service.Links;
using Handoff.Service.News;
using Handoff.Service.Processes;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>A side is warned of promises that will be missed at this pace.</summary>
public sealed record PaceMail(Side By, ImmutableArray<ReportedPromise> Promises) : LetterMail
{
    /// <inheritdoc/>
    public override string Kind => "pace_warning";
}

/// <summary>Looks on each working morning how the promises stand, and warns the side whose will be missed.</summary>
public sealed class PaceProcess(
    ProcessTurns turns, LetterCourier courier, ScorecardReading scorecards, AgreementVersions versions, CompanyInForce company, Site site,
    NewsFeed news, IClock clock)
    : PlannedProcess<PaceState>(turns, courier, company)
{
    private readonly ProcessTurns _turns = turns;

    /// <summary>The one stream.</summary>
    public static StreamId Stream { get; } = new(StreamKind.Warnings, "main");

    /// <inheritdoc/>
    public override StreamKind Kind => StreamKind.Warnings;

    /// <inheritdoc/>
    public override StreamId? Follows => Stream;

    /// <inheritdoc/>
    protected override PaceState Initial => PaceState.Empty;

    /// <inheritdoc/>
    protected override async ValueTask<Decider<PaceState, ProcessCommand, ProcessEvent>> ByWhatIsKnownAsync(
        StreamId stream, PaceState state, Instant now, CancellationToken cancellation)
    {
        var agreement = Company.Agreement;
        var mornings = agreement.Commitments.IsEmpty ? null : AgreedTimes.Mornings(agreement, Company.Staff);
        var paces = mornings is not null && state.Next <= now ? await ReadAsync(now, cancellation) : [];
        return PaceDecider.In(
            new(mornings, agreement.Alerts.BehindPaceAt / 100.0, paces,
                side => side == Side.Marketing ? agreement.SignedByMarketing : agreement.SignedBySales),
            now);
    }

    /// <inheritdoc/>
    protected override async ValueTask<LetterMail?> WriteAsync(
        StreamId stream, PaceState state, OwedLetter letter, Person reader, CancellationToken cancellation)
    {
        var events = await _turns.ReadEventsAsync(stream, cancellation);
        var pages = site.BaseAddress.AbsoluteUri;
        if (letter.Kind == LetterKind.SourceRefused)
        {
            var told = events.OfType<SourceWarned>().Single(one => one.Number == letter.About);
            return new SourceMail(told.Source, told.Count)
            {
                Reader = reader,
                Organisation = Company.Agreement.Organisation,
                Naming = Company.Naming,
                Now = clock.GetCurrentInstant(),
                Links = [new("sources", $"{pages}sources")],
            };
        }

        var warned = events.OfType<PaceWarned>().Single(one => one.Number == letter.About);
        return new PaceMail(warned.By, warned.Promises)
        {
            Reader = reader,
            Organisation = Company.Agreement.Organisation,
            Naming = Company.Naming,
            Now = clock.GetCurrentInstant(),
            Links = [new("scorecard", $"{pages}scorecard?period={warned.Promises[0].Period}")],
        };
    }

    /// <inheritdoc/>
    protected override ValueTask SavedAsync(StreamId stream, PaceState state, CancellationToken cancellation) =>
        new(news.FeedAsync(stream, cancellation));

    private async Task<ImmutableArray<PromisePace>> ReadAsync(Instant now, CancellationToken cancellation)
    {
        var (agreement, staff) = (Company.Agreement, Company.Staff);
        var calendar = ScorecardQuestion.PaceOf(agreement, staff);
        var first = (await versions.InForceAsync(cancellation))[0].From;
        var scorecard = await scorecards.ReadAsync(FigureSight.Everything, period: null, cancellation);
        return
        [
            .. scorecard.Commitments.Where(figure => figure.Period.Contains(now)).Select(figure =>
            {
                var pace = WorkingPace.Of(calendar, figure.Period, Instant.Max(first, figure.Period.Start), now);
                var promise = ReportedPromise.Of(figure, now);
                return new PromisePace(
                    $"{promise.Period} {promise.By} {promise.Metric} {promise.IsMost}", promise,
                    pace.InForce == 0 ? 0 : pace.Elapsed / pace.InForce);
            }),
        ];
    }
}
