using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Processes;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Meetings;

/// <summary>What the meeting's page shows.</summary>
/// <param name="Reports">What the last report told.</param>
/// <param name="Fates">The decisions that are open, were closed lately or are not told of yet.</param>
public sealed record MeetingPage(MeetingState Meetings, ReportState Reports, ImmutableArray<DecisionFate> Fates);

/// <summary>A decision as it was typed.</summary>
public sealed record DecisionForm(string? Text, string? Owner, string? Due, string? Metric, string? Expected);

/// <summary>What came of an act on the meeting's page.</summary>
public abstract record MeetingAnswer
{
    private MeetingAnswer()
    {
    }

    public sealed record Done : MeetingAnswer;

    /// <summary>A field is missing or wrong.</summary>
    public sealed record Invalid(string Field) : MeetingAnswer;

    /// <summary>It is not the viewer's to do.</summary>
    public sealed record NotYours : MeetingAnswer;
}

/// <summary>Shows the next meeting of the two heads and what they decided, and takes down their decisions.</summary>
public sealed partial class MeetingReading(
    MeetingProcess meetings, ProcessTurns turns, DecisionJudging judging, CompanyInForce company, IClock clock)
{
    private const int LongestText = 500;

    /// <summary>Whether the page is the viewer's: the heads', marketing's, and who answers for a team.</summary>
    public bool IsFor(Viewer viewer) => viewer.Person is not { } person || viewer.Sight.Manages
        || FigureSight.Of(person.Id, company.Staff, company.Agreement).Teams is null;

    /// <summary>Whether the viewer writes decisions down: one of the two heads, signed in.</summary>
    public bool Decides(Viewer viewer) => viewer.Person is { } person
        && (person.Id == company.Agreement.SignedByMarketing || person.Id == company.Agreement.SignedBySales);

    /// <summary>Whether the viewer may close a decision: its owner, or a head.</summary>
    public bool Closes(Viewer viewer, DecisionFate decision) => Decides(viewer) || viewer.Person?.Id == decision.Owner;

    /// <summary>Who may own a decision: everybody but reps.</summary>
    public ImmutableArray<Person> Owners =>
        [.. company.Staff.People.Values.Where(person => person.Role != Role.Rep).OrderBy(person => person.Name, StringComparer.Ordinal)];

    /// <summary>The figures by which a decision may be judged.</summary>
    public ImmutableArray<string> Metrics => judging.Metrics;

    public async Task<MeetingPage> ReadAsync(CancellationToken cancellation)
    {
        var state = await meetings.ReadAsync(cancellation);
        var reports = await turns.FindAsync<ReportState>(ReportProcess.Stream, cancellation) ?? ReportState.Empty;
        return new(state, reports, await judging.ReadAsync(state, reports, cancellation));
    }

    /// <summary>Writes a decision down.</summary>
    public async Task<MeetingAnswer> DecideAsync(Viewer viewer, DecisionForm form, CancellationToken cancellation)
    {
        if (!Decides(viewer) || viewer.Person is not { } by)
            return new MeetingAnswer.NotYours();
        if (form.Text?.Trim() is not { Length: > 0 and <= LongestText } text)
            return new MeetingAnswer.Invalid("text");
        if (Owners.FirstOrDefault(person => person.Id.Value == form.Owner) is not { } owner)
            return new MeetingAnswer.Invalid("owner");
        var today = clock.GetCurrentInstant().InZone(company.Agreement.TimeZone).Date;
        if (!LocalDatePattern.Iso.Parse(form.Due ?? "").TryGetValue(default, out var due) || due < today || due > today.PlusYears(2))
            return new MeetingAnswer.Invalid("due");
        var metric = form.Metric is { Length: > 0 } named ? named : null;
        if (metric is not null && !Metrics.Contains(metric))
            return new MeetingAnswer.Invalid("metric");
        decimal? expected = null;
        if (form.Expected?.Trim() is { Length: > 0 } typed)
        {
            // 50.000 is fifty thousand to one reader and fifty to another: it is asked again.
            if (!Expected().IsMatch(typed))
                return new MeetingAnswer.Invalid("expected");
            expected = decimal.Parse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }

        await meetings.AskAsync(MeetingProcess.Stream, new Decide(by.Id, text, owner.Id, due, metric, expected), cancellation);
        return new MeetingAnswer.Done();
    }

    /// <summary>A decision is done, or given up; one that is closed stays so.</summary>
    public async Task<MeetingAnswer> CloseAsync(Viewer viewer, int number, bool isDone, CancellationToken cancellation)
    {
        var state = await meetings.ReadAsync(cancellation);
        if (viewer.Person is not { } by || state.Decisions.FirstOrDefault(one => one.Number == number) is not { } decision
            || !(Decides(viewer) || decision.Owner == by.Id))
            return new MeetingAnswer.NotYours();
        await meetings.AskAsync(MeetingProcess.Stream, new CloseDecision(by.Id, number, isDone), cancellation);
        return new MeetingAnswer.Done();
    }

    [GeneratedRegex("^[0-9]{1,12}([.,][0-9]{1,2})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Expected();
}
