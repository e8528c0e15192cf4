using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Meetings;

/// <summary>What a meeting of the two heads is about, with minutes for each item.</summary>
internal sealed class AgendaTexts(ReaderNames names) : Sentences(names.Language)
{
    private readonly TimeTexts _times = TimeTexts.In(names.Language);

    public string Title => new AgendaWords(Language).Title;

    public string Heading => Say("Agenda", "Ordine del giorno");

    public string Returned => Say("Came back, and contested", "Tornati e contestati");

    public string Best => Say("The best leads", "I lead migliori");

    public string Worst => Say("The worst leads", "I lead peggiori");

    public string Contested => Say("contested", "contestato");

    /// <inheritdoc cref="AgendaWords.Items"/>
    public ImmutableArray<(int Minutes, string Item)> Items(int minutes) => new AgendaWords(Language).Items(minutes);

    /// <summary>A lead in one line: nothing of its person.</summary>
    public string Line(AgendaLead lead, Func<string, string> reasonOf, DateTimeZone zone)
    {
        var day = _times.Date(lead.At.InZone(zone).Date, withYear: false);
        var what = lead switch
        {
            { Outcome: { } outcome, Worth: { } worth } =>
                $"{Became(outcome)}: {worth.Amount.ToString("#,0.##", _times.Culture)} {worth.Currency}".TrimEnd(),
            { Outcome: { } outcome } => Became(outcome),
            { Reason: { } code } => UserText.Line(reasonOf(code), 60) ?? code,
            _ => "",
        };
        return $"{day}, {UserText.Line(names.Campaign(lead.From), 40)}: {what}{(lead.IsContested ? $" ({Contested})" : "")}";
    }

    private string Became(Outcome outcome) =>
        outcome == Outcome.Won ? Say("won", "vinto") : Say("a real opportunity", "una vera opportunità");
}
