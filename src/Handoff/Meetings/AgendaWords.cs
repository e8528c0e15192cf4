using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Meetings;

/// <summary>What a meeting of the two heads is about, with minutes for each item.</summary>
public sealed class AgendaWords(Language language) : Sentences(language)
{
    // Of a meeting of 45 minutes; of a longer or shorter one the same shares.
    private const int Whole = 45;

    public string Title => Say("Marketing and sales: the agreement", "Marketing e vendite: l'accordo");

    /// <summary>The items with their minutes.</summary>
    /// <param name="minutes">Of the whole meeting, from 10: each item has one at least, and together they have all.</param>
    public ImmutableArray<(int Minutes, string Item)> Items(int minutes)
    {
        (int Share, string Item)[] items =
        [
            (5, Say("What was decided last time: done or not", "Che cosa si è deciso l'ultima volta: fatto o no")),
            (5, Say("How the promises stand", "Come stanno le promesse")),
            (10, Say("What stands out, each with its leads", "Che cosa spicca, con i suoi lead")),
            (10, Say("Leads that came back, and contested ones", "I lead tornati e quelli contestati")),
            (5, Say("Pipeline and won, by source", "Pipeline e vinti, per fonte")),
            (5, Say("The voice of sales: two best and two worst leads", "La voce delle vendite: due lead migliori e due peggiori")),
            (5, Say("Decisions: who, by when, judged by which figure", "Decisioni: chi, entro quando, giudicate da quale cifra")),
        ];
        // Each ends at a whole minute: what one loses by rounding the next one has.
        var ends = items.Select((_, at) => items[..(at + 1)].Sum(item => item.Share) * minutes / Whole).ToArray();
        return [.. items.Select((item, at) => (ends[at] - (at == 0 ? 0 : ends[at - 1]), item.Item))];
    }
}
