using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Meetings;
using Handoff.Web.Agreements;
using Handoff.Web.Design;
using Handoff.Web.Meetings;
using Handoff.Web.Scorecards;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the two heads, once a week: what each side promised and how it stands. It names no lead and no person.</summary>
internal sealed class ReportLetter : Sentences
{
    private readonly WeeklyReportMail _mail;
    private readonly ReaderTime _time;
    private readonly TimeTexts _times;
    private readonly ScorecardTexts _cards;
    private readonly ReportSummary _summary;
    private readonly PromiseBars _bars;

    private ReportLetter(WeeklyReportMail mail)
        : base(mail.Reader.Language)
    {
        _mail = mail;
        _time = ReaderTime.Of(mail.Reader, mail.Now);
        _times = _time.Texts;
        _cards = new(mail.Reader.Language);
        _summary = new(mail.Names, _times);
        _bars = new(mail.Names, _times);
    }

    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(WeeklyReportMail mail) => new ReportLetter(mail).Write();

    private Letter Write()
    {
        var content = _mail.Content;
        var week = WeekOf(content);
        var summary = _summary.Line(content);
        var last = _times.Date(content.From.PlusDays(6), withYear: false);
        return new LetterFrame(_time, _mail.Organisation).Around(
            Say($"Weekly report: {summary} (week to {last})", $"Rapporto settimanale: {summary} (settimana fino a {last})"),
            summary,
            Say($"How the agreement stands: {week}", $"Come sta l'accordo: {week}"),
            [Opening(content, summary), .. Proposed(content), .. Sides(content), .. Disagreements(content), .. Decisions(content)],
            Say(
                $"Figures complete {_times.At(_time.At(content.AsOf))}. What was told of a period that is over stays as it was told.",
                $"Cifre complete {_times.At(_time.At(content.AsOf))}. Quanto detto di un periodo concluso resta com'è stato detto."));
    }

    private string WeekOf(ReportContent content)
    {
        var last = content.From.PlusDays(6);
        return Say(
            $"{_times.Date(content.From, withYear: false)} to {_times.Date(last, withYear: true)}",
            $"da {_times.Date(content.From, withYear: false)} a {_times.Date(last, withYear: true)}");
    }

    private LetterSection Opening(ReportContent content, string summary)
    {
        List<string> says = [_times.Capital(summary) + ".", .. _summary.Names(content)];
        // When it was made: a mail that its provider delays is not the system's being down.
        if (Lateness.IsTold(_mail.Due, _mail.MadeAt))
        {
            says.Add(Say(
                $"This report was due {_times.At(_time.At(_mail.Due))} and comes late: the system did not run then.",
                $"Questo rapporto era atteso {_times.At(_time.At(_mail.Due))} e arriva in ritardo: il sistema non era in funzione."));
        }

        if (content.MissedMeeting is { } missed)
            says.Add(new MeetingTexts(Language).Missed(missed, _mail.Reader.Calendar.Zone));
        if (content.Returned > 0)
        {
            says.Add(_times.Fill(
                Say(
                    "{0} lead of the week came back.|{0} leads of the week came back.",
                    "{0} lead della settimana è tornato.|{0} lead della settimana sono tornati."),
                content.Returned));
        }

        return Section(null, says) with
        {
            Main = LeadLinks.Find(_mail.Links, "scorecard") is { } card
                ? new(Say("Open the scorecard", "Apri la pagella"), card) : null,
            Aside = LeadLinks.Find(_mail.Links, "report") is { } page
                ? new(Say("This report and the earlier ones", "Questo rapporto e i precedenti"), page) : null,
        };
    }

    private IEnumerable<LetterSection> Proposed(ReportContent content)
    {
        if (content.Proposal is not { } proposal)
            yield break;
        var texts = new ProposalTexts(Language);
        var names = proposal.Missing.Select(who => UserText.Isolated(UserText.Line(_mail.NameOf(who), 80) ?? ""));
        yield return Section(texts.Proposed, [texts.Reported(proposal, [.. names], _time)]) with
        {
            Aside = LeadLinks.Find(_mail.Links, "sign") is { } page ? new(texts.See, page) : null,
        };
    }

    private IEnumerable<LetterSection> Disagreements(ReportContent content)
    {
        var texts = new DisagreementTexts(_mail.Names, _mail.ReasonOf);
        if (content.Sharpest.IsEmpty)
        {
            yield return Section(texts.Heading, [content.StoodOut.IsEmpty ? texts.Nothing : texts.NothingMore]);
            yield break;
        }

        foreach (var one in content.Sharpest)
        {
            string[] says = [.. texts.Says(one)];
            yield return Section($"{texts.Heading}: {texts.Title(one)}", says) with
            {
                Aside = new(Say("Open these leads", "Apri questi lead"), _mail.ListOf(one)),
            };
        }
    }

    private IEnumerable<LetterSection> Decisions(ReportContent content)
    {
        var texts = new DecisionTexts(_mail.Names);
        foreach (var one in content.Decisions)
        {
            var who = texts.Who(one, UserText.Isolated(UserText.Line(_mail.NameOf(one.Owner), 80) ?? ""));
            yield return Section(one.Number == content.Decisions[0].Number ? texts.Heading : null, [
                UserText.Isolated(UserText.Line(one.Text, 500) ?? ""), who, .. texts.Figure(one) is { } figure ? [figure] : (string[])[]]);
        }
    }

    private IEnumerable<LetterSection> Sides(ReportContent content) =>
        from one in content.Promises.Select(promise => (promise.By, promise.Period, promise.IsOver))
            .Concat(content.Past.Select(past => (past.Promise.By, Period: past.In, past.IsOver))).Distinct()
        let period = FigurePeriod.Named(one.Period, DateTimeZone.Utc, 1)
        orderby one.By, period?.Kind, period?.Start
        let promises = content.Promises.Where(promise => (promise.By, promise.Period) == (one.By, one.Period)).ToImmutableArray()
        let past = content.Past.Where(past => (past.Promise.By, past.In) == (one.By, one.Period)).ToImmutableArray()
        let name = $"{_cards.Of(one.By)}: {NameOf(one.Period, period, one.IsOver)}"
        select Section(name, [.. Judgement(promises, past), .. past.Select(_bars.Past)]) with
        {
            Bars = [.. promises.Select(_bars.Of)],
        };

    private string NameOf(string name, FigurePeriod? period, bool isOver) => period switch
    {
        null => name,
        { Kind: Handoff.Agreements.Period.Week } => Say("the week", "la settimana"),
        _ => FigureNames.Of(period, Language) + (isOver ? "" : Say(" to date", " a oggi")),
    };

    private string[] Judgement(ImmutableArray<ReportedPromise> promises, ImmutableArray<ReportedPast> past)
    {
        var bad = promises.Count(promise => promise.Standing is Standing.Missed or Standing.Unreachable or Standing.AtRisk);
        var isMissedBefore = past.Any(one => one.Kept.Kept < one.Kept.Judged);
        return promises.IsEmpty || (bad == 0 && isMissedBefore) ? []
            : bad == 0 ? [Say("Nothing is missed or at risk.", "Nulla è mancato o a rischio.")]
            : [Say($"Missed or at risk: {bad} of {promises.Length}.", $"Mancate o a rischio: {bad} su {promises.Length}.")];
    }

    private static LetterSection Section(string? heading, IEnumerable<string> says) => LetterFrame.Section(heading, Tone.Still, [.. says]);
}
