using Handoff.People;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>How alerts reach people, and when the two teams talk.</summary>
internal sealed class AlertWords(Language language) : Sentences(language)
{
    private readonly ScheduleWords _schedules = new(language);
    private readonly LengthWords _lengths = new(language);

    public IEnumerable<AgreementTerm> Of(Agreement agreement)
    {
        yield return new(
            Alerting, "group_within", Grouping, _lengths.Measured((long)agreement.Alerts.GroupWithin.TotalMinutes));
        yield return new(
            Alerting, "acknowledged_for", Acknowledged, _lengths.Measured((long)agreement.Alerts.AcknowledgedFor.TotalMinutes));
        yield return new(
            Alerting, "behind_pace_at", BehindPace,
            Say($"{agreement.Alerts.BehindPaceAt} % of the period", $"{agreement.Alerts.BehindPaceAt} % del periodo"));
        if (agreement.Alignment?.Report is { } report)
            yield return new(Alerting, "report", TheReport, Of(report)) { Meaning = Meaning(report) };
        if (agreement.Alignment?.Meeting is { } meeting)
            yield return new(Alerting, "meeting", TheMeeting, Of(meeting)) { Meaning = Meaning(meeting) };
    }

    private string Grouping => Say(
        "After a first alert, others go as one e-mail within", "Dopo un primo avviso, gli altri vanno in una sola e-mail entro");

    private string Acknowledged => Say(
        "Who says \"I am on it\" gets no alerts about that lead for", "Chi dice \"me ne occupo io\" non riceve avvisi su quel lead per");

    private string BehindPace => Say("A side that is behind its pace is warned from", "Una parte in ritardo sul passo è avvisata dal");

    private string TheReport => Say("The report goes out", "Il rapporto parte");

    private string TheMeeting => Say("The two teams meet", "I due team si incontrano");

    private string Of(Schedule schedule)
    {
        var (when, to) = (_schedules.Of(schedule.Every), List(schedule.To.Select(Name)));
        return schedule.Minutes is { } minutes
            ? Say($"{when}, {_lengths.Measured(minutes)}, {to}", $"{when}, {_lengths.Measured(minutes)}, {to}")
            : Say($"{when}, {to}", $"{when}, {to}");
    }

    private static string Meaning(Schedule schedule) =>
        $"{ScheduleWords.Meaning(schedule.Every)}\n{schedule.Minutes}\n{string.Join('\n', schedule.To.Order())}";

    private string Name(Side side) => side switch
    {
        Side.Marketing => Say("marketing", "il marketing"),
        Side.Sales => Say("sales", "le vendite"),
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "A side has a name."),
    };
}
