using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>How figures are counted, where it is not as usual.</summary>
internal sealed class FigureWords(ReaderNames names) : Sentences(names.Language)
{
    public IEnumerable<AgreementTerm> Of(FigureTerms terms)
    {
        var usual = FigureTerms.Usual;
        if (terms.YearStarts != usual.YearStarts)
            yield return Term("year", Say("The year begins", "L'anno comincia"), Month(terms.YearStarts));
        if (terms.PaceCalendar is { } calendar)
            yield return Term("pace", Say("Working days of the pace", "Giorni lavorativi del passo"), names.Calendar(calendar));
        if (terms.CountsAgainAfterDays != usual.CountsAgainAfterDays)
        {
            yield return Term(
                "again", Say("Who comes again is counted again", "Chi ritorna è contato di nuovo"),
                Say($"{terms.CountsAgainAfterDays} days after the last handoff ended",
                    $"{terms.CountsAgainAfterDays} giorni dopo la fine dell'ultimo passaggio"));
        }

        if (terms.Attribution == Attribution.First)
        {
            yield return Term(
                "attribution", Say("A lead counts for", "Un lead conta per"),
                Say("the campaign that first brought the person", "la campagna che ha portato la persona la prima volta"));
        }

        if (terms.ExcludesLateLeads)
        {
            yield return Term(
                "late", Say("Leads that sales was late to accept", "Lead che le vendite hanno accettato in ritardo"),
                Say("are left out of the share of leads accepted", "restano fuori dalla quota di lead accettati"));
        }

        if (terms.Attempts is { } attempts)
        {
            var reasons = List(attempts.Reasons);
            yield return Term(
                "attempts", Say($"Before a lead is closed for {reasons}", $"Prima di chiudere un lead per {reasons}"),
                Say($"it is tried {attempts.AtLeast} times on {attempts.OverDays} working days",
                    $"si prova {attempts.AtLeast} volte in {attempts.OverDays} giorni lavorativi"));
        }

        if (terms.NamesPeople)
        {
            yield return Term(
                "people", Say("Figures", "Le cifre"),
                Say(
                    "may name reps, on the ground of an agreement with the unions, an authorisation or the law of their country: "
                    + "both heads answer for it that there is one",
                    "possono nominare i venditori, in base a un accordo sindacale, a un'autorizzazione o alla legge del loro paese: "
                    + "che ci sia, ne rispondono entrambi i responsabili"));
        }
    }

    private static AgreementTerm Term(string key, string about, string says) =>
        new(AgreementChapter.Commitments, $"figures/{key}", about, says);

    private string Month(int month) => month switch
    {
        1 => Say("in January", "a gennaio"),
        2 => Say("in February", "a febbraio"),
        3 => Say("in March", "a marzo"),
        4 => Say("in April", "ad aprile"),
        5 => Say("in May", "a maggio"),
        6 => Say("in June", "a giugno"),
        7 => Say("in July", "a luglio"),
        8 => Say("in August", "ad agosto"),
        9 => Say("in September", "a settembre"),
        10 => Say("in October", "a ottobre"),
        11 => Say("in November", "a novembre"),
        12 => Say("in December", "a dicembre"),
        _ => throw new ArgumentOutOfRangeException(nameof(month), month, "A year has twelve months."),
    };
}
