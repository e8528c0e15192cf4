using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Meetings;
using Handoff.Web.Design;
using Handoff.Web.Scorecards;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To the head of a side: which of its promises will be missed at this pace.</summary>
internal sealed class PaceLetter : Sentences
{
    private readonly PaceMail _mail;
    private readonly ReaderTime _time;
    private readonly TimeTexts _times;

    private PaceLetter(PaceMail mail)
        : base(mail.Reader.Language)
    {
        (_mail, _time) = (mail, ReaderTime.Of(mail.Reader, mail.Now));
        _times = _time.Texts;
    }

    /// <summary>Writes it: a pure function of the mail.</summary>
    public static Letter Write(PaceMail mail) => new PaceLetter(mail).Write();

    private Letter Write()
    {
        var count = _mail.Promises.Length;
        var subject = _times.Fill(
            Say(
                "{0} promise will be missed at this pace|{0} promises will be missed at this pace",
                "{0} promessa non sarà mantenuta a questo passo|{0} promesse non saranno mantenute a questo passo"),
            count);
        var bars = new PromiseBars(_mail.Names, _times);
        return new LetterFrame(_time, _mail.Organisation).Around(
            subject, string.Join(", ", _mail.Promises.Select(promise => new MetricWords(_mail.Names).Name(promise.Metric))), subject,
            [
                LetterFrame.Section(
                    null, Tone.AtRisk, [new ScorecardTexts(Language).Of(_mail.By) + ".", .. _mail.Promises.Select(Chance)]) with
                {
                    Bars = [.. _mail.Promises.Select(bars.Of)],
                    Main = LeadLinks.Find(_mail.Links, "scorecard") is { } card
                        ? new(Say("Open the scorecard", "Apri la pagella"), card) : null,
                },
            ],
            Say(
                "You are told once a period, and again only if it recovers and falls back.",
                "Ti viene detto una volta per periodo, e di nuovo solo se si riprende e ricade."));
    }

    private string Chance(ReportedPromise promise)
    {
        var name = _times.Capital(new MetricWords(_mail.Names).Name(promise.Metric));
        if (promise.Standing == Standing.Unreachable || promise.Kept is not { } kept)
            return Say($"{name}: it can no longer be reached.", $"{name}: non è più raggiungibile.");
        var percent = (100 * kept).ToString("0", _times.Culture);
        return Say($"{name}: the chance to keep it is {percent} %.", $"{name}: la probabilità di mantenerla è {percent} %.");
    }
}
