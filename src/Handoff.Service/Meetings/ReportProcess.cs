using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.News;
using Handoff.Service.Processes;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Meetings;

/// <summary>The mail with the report.</summary>
public sealed record WeeklyReportMail(ReportContent Content, int Number, Instant Due, Instant MadeAt) : LetterMail
{
    /// <inheritdoc/>
    public override string Kind => "report";

    /// <summary>What the code of a reason says, in the reader's language.</summary>
    public required Func<string, string> ReasonOf { get; init; }

    /// <summary>The name of a colleague.</summary>
    public required Func<PersonId, string> NameOf { get; init; }

    /// <summary>The list of the leads of which a disagreement speaks.</summary>
    public required Func<Disagreement, string> ListOf { get; init; }
}

/// <summary>The weekly report: made at the agreed time, kept as it was sent.</summary>
public sealed class ReportProcess(
    ProcessTurns turns, LetterCourier courier, ReportMaking making, CompanyInForce company, NewsFeed news, Site site,
    IClock clock)
    : PlannedProcess<ReportState>(turns, courier, company)
{
    /// <summary>The one stream.</summary>
    public static StreamId Stream { get; } = new(StreamKind.Report, "main");

    private readonly ProcessTurns _turns = turns;

    /// <inheritdoc/>
    public override StreamKind Kind => StreamKind.Report;

    /// <inheritdoc/>
    public override StreamId? Follows => Stream;

    /// <inheritdoc/>
    protected override ReportState Initial => ReportState.Empty;

    /// <inheritdoc/>
    protected override async ValueTask<Decider<ReportState, ProcessCommand, ProcessEvent>> ByWhatIsKnownAsync(
        StreamId stream, ReportState state, Instant now, CancellationToken cancellation)
    {
        var (agreement, staff) = (Company.Agreement, Company.Staff);
        var schedule = agreement.Alignment?.Report;
        var times = schedule is null ? null : AgreedTimes.Of(schedule, agreement, staff);
        var content = ReportDecider.DueAt(state, times, now) is { } due ? await making.MakeAsync(due, state, cancellation) : null;
        return ReportDecider.In(new(times, schedule is null ? [] : [.. AgreedTimes.HeadsOf(schedule, agreement)], content), now);
    }

    /// <inheritdoc/>
    protected override async ValueTask<LetterMail?> WriteAsync(
        StreamId stream, ReportState state, OwedLetter letter, Person reader, CancellationToken cancellation)
    {
        var made = (await _turns.ReadEventsAsync(stream, cancellation)).OfType<ReportMade>().Single(one => one.Number == letter.About);
        var pages = site.BaseAddress.AbsoluteUri;
        return new WeeklyReportMail(made.Content, made.Number, made.Due, made.At)
        {
            Reader = reader,
            Organisation = Company.Agreement.Organisation,
            Naming = Company.Naming,
            Now = clock.GetCurrentInstant(),
            NameOf = who => Company.NameOf(who, reader.Language),
            ReasonOf = code => Company.Agreement.Reason(code)?.In(reader.Language) ?? code,
            ListOf = one => $"{pages}leads{LeadsOf(one, made.Content.Week)}",
            Links =
            [
                new("scorecard", $"{pages}scorecard?period={made.Content.Week}"), new("report", $"{pages}reports/{made.Number}"),
                .. made.Content.Proposal is null ? ImmutableArray<MailLink>.Empty : [new("sign", $"{pages}agreement/sign")],
            ],
        };
    }

    /// <inheritdoc/>
    protected override ValueTask SavedAsync(StreamId stream, ReportState state, CancellationToken cancellation) =>
        new(news.FeedAsync(stream, cancellation));

    private static string LeadsOf(Disagreement one, string week) =>
        $"?figure={Uri.EscapeDataString(one.Question)}&period={week}&dimension={Uri.EscapeDataString(one.Dimension)}"
        + $"&value={Uri.EscapeDataString(one.Value)}";
}
