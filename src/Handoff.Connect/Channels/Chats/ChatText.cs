using Handoff.News;
using Handoff.People;
using Handoff.Service.News;

namespace Handoff.Connect.Channels.Chats;

/// <summary>What a chat says of an event: never a person's name, and no link that acts.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Facts">What it is about, a line each; user's text may be among them.</param>
/// <param name="Button">What the button to the page is called.</param>
internal sealed record ChatText(string Title, IReadOnlyList<string> Facts, string Button)
{
    private const int LongestFact = 200;

    public static ChatText Of(NewsItem item, Language language) => new Writer(language).Write(item);

    /// <summary>A line of somebody's text: short, and without what would break it.</summary>
    private static string Line(string text)
    {
        var line = new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
        return line.Length <= LongestFact ? line : line[..LongestFact] + "…";
    }

    private sealed class Writer(Language language) : Sentences(language)
    {
        public ChatText Write(NewsItem item) => new(
            Title(item),
            [.. Facts(item).OfType<string>().Select(Line)],
            item.Lead is null ? Say("Open", "Apri") : Say("Open the lead", "Apri il lead"));

        private IEnumerable<string?> Facts(NewsItem item)
        {
            if (item.Lead is not { Known: { } known })
                yield break;
            var names = item.Naming.In(Language);
            yield return item.Company;
            yield return Say(
                $"Tier {names.Tier(known.Tier)}, {known.Score} points", $"Fascia {names.Tier(known.Tier)}, {known.Score} punti");
            yield return Say($"Team {names.Team(known.Team)}", $"Team {names.Team(known.Team)}");
        }

        private string Title(NewsItem item) => item.Undone.IsEmpty ? Title(item, item.Ref.Kind)
            : Say($"Taken back: {Title(item, item.Undone[^1].Kind)}", $"Ritirato: {Title(item, item.Undone[^1].Kind)}");

        private string Title(NewsItem item, NewsKind kind) => kind switch
        {
            NewsKind.LeadReceived => Say("A lead has come in", "È arrivato un lead"),
            NewsKind.LeadQualified => Say("A lead is qualified", "Un lead è qualificato"),
            NewsKind.LeadOffered => Say("A lead waits for an answer", "Un lead attende una risposta"),
            NewsKind.LeadAccepted => Say("A lead is accepted", "Un lead è stato accettato"),
            NewsKind.LeadDeclined => Say("A lead was declined", "Un lead è stato rifiutato"),
            NewsKind.LeadReassigned => Say("A lead has changed hands", "Un lead è passato di mano"),
            NewsKind.LeadContacted => Say("First contact is made", "Primo contatto avvenuto"),
            NewsKind.LeadFeedback => Say("Sales: a real opportunity", "Vendite: un'opportunità reale"),
            NewsKind.LeadReturned => Say("A lead was returned", "Un lead è stato restituito"),
            NewsKind.LeadBreached => Breach(item.Data["clock"]?.ToString()),
            NewsKind.LeadWon => Say("A lead is won", "Un lead è diventato cliente"),
            NewsKind.LeadLost => Say("A lead is lost", "Un lead è perso"),
            NewsKind.LeadUndone => Say("A reply was taken back", "Una risposta è stata ritirata"),
            NewsKind.LeadErased => Say("A lead's data was erased", "I dati di un lead sono stati cancellati"),
            NewsKind.AgreementSigned => Say("A changed agreement is in force", "È in vigore un accordo modificato"),
            NewsKind.CommitmentAtRisk => Say(
                "Promises will be missed at this pace", "A questo passo alcune promesse non saranno mantenute"),
            NewsKind.ReportSent => Say(
                $"The report of {item.Data["week"]} is there", $"È pronto il rapporto di {item.Data["week"]}"),
            _ => throw new InvalidOperationException($"No sentence for {kind}."),
        };

        private string Breach(string? clock) => clock switch
        {
            "accept" => Say("Not accepted in time", "Non accettato in tempo"),
            "first_contact" => Say("No first contact in time", "Primo contatto non avvenuto in tempo"),
            "feedback" => Say("No feedback in time", "Esito non dato in tempo"),
            "outcome" => Say("No word of the outcome in time", "Esito finale non dato in tempo"),
            "confirm" => Say("Not confirmed in time", "Non confermato in tempo"),
            _ => Say("A promise was missed", "Una promessa non è stata mantenuta"),
        };
    }
}
