using System.Collections.Immutable;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Meetings;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Meetings;

/// <summary>What a meeting of the two heads is about, with minutes for each item.</summary>
internal sealed class AgendaTexts(Language language) : Sentences(language)
{
    // Of a meeting of 45 minutes; of a longer or shorter one the same shares.
    private const int Whole = 45;

    private readonly TimeTexts _times = TimeTexts.In(language);

    public string Title => Say("Marketing and sales: the agreement", "Marketing e vendite: l'accordo");

    public string Heading => Say("Agenda", "Ordine del giorno");

    public string Returned => Say("Came back, and contested", "Tornati e contestati");

    public string Best => Say("The best leads", "I lead migliori");

    public string Worst => Say("The worst leads", "I lead peggiori");

    public string Contested => Say("contested", "contestato");

    /// <summary>The items with their minutes.</summary>
    public ImmutableArray<(int Minutes, string Item)> Items(int minutes) =>
    [
        .. new[]
        {
            (5, Say("What was decided last time: done or not", "Che cosa si è deciso l'ultima volta: fatto o no")),
            (5, Say("How the promises stand", "Come stanno le promesse")),
            (10, Say("What stands out, each with its leads", "Che cosa spicca, con i suoi lead")),
            (10, Say("Leads that came back, and contested ones", "I lead tornati e quelli contestati")),
            (5, Say("Pipeline and won, by source", "Pipeline e vinti, per fonte")),
            (5, Say("The voice of sales: two best and two worst leads", "La voce delle vendite: due lead migliori e due peggiori")),
            (5, Say("Decisions: who, by when, judged by which figure", "Decisioni: chi, entro quando, giudicate da quale cifra")),
        }.Select(item => (Math.Max(1, item.Item1 * minutes / Whole), item.Item2)),
    ];

    /// <summary>A lead in one line: nothing of its person.</summary>
    public string Line(AgendaLead lead, Func<string, string> reasonOf, DateTimeZone zone)
    {
        var day = _times.Date(lead.At.InZone(zone).Date, withYear: false);
        var what = lead switch
        {
            { Won: { } won } => Say("won", "vinto") + $": {won.Amount.ToString("#,0.##", _times.Culture)} {won.Currency}".TrimEnd(),
            { Reason: { } code } => UserText.Line(reasonOf(code), 60) ?? code,
            _ => "",
        };
        return $"{day}, {UserText.Line(lead.From, 40)}: {what}{(lead.IsContested ? $" ({Contested})" : "")}";
    }
}

/// <summary>The words of an invitation.</summary>
internal sealed class AgendaWords : IAgendaWords
{
    /// <inheritdoc/>
    public string Title(MeetingMail mail) => new AgendaTexts(mail.Reader.Language).Title;

    /// <inheritdoc/>
    public string Agenda(MeetingMail mail) => string.Join('\n', new AgendaTexts(mail.Reader.Language).Items(mail.Invited.Minutes)
        .Select(item => $"{item.Minutes}' {item.Item}").Concat(mail.Links.Select(link => link.Href)));
}
