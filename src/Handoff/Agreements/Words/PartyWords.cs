using System.Collections.Immutable;
using Handoff.People;
using static Handoff.Agreements.Words.AgreementChapter;

namespace Handoff.Agreements.Words;

/// <summary>Whose agreement it is.</summary>
internal sealed class PartyWords(Language language) : Sentences(language)
{
    public IEnumerable<AgreementTerm> Of(Agreement agreement, Func<PersonId, string> nameOf) =>
    [
        new(Parties, "organisation", Company, agreement.Organisation),
        new(Parties, "signed/marketing", ForMarketing, nameOf(agreement.SignedByMarketing))
        {
            Meaning = agreement.SignedByMarketing.ToString(),
        },
        new(Parties, "signed/sales", ForSales, nameOf(agreement.SignedBySales)) { Meaning = agreement.SignedBySales.ToString() },
        new(Parties, "signing", Changed, agreement.RequiresSignatures ? OnceSigned : AtOnce),
        .. agreement.Alignment?.Meeting?.Organizer is { } organizer
            ? [new AgreementTerm(Parties, "organizer", Invites, nameOf(organizer)) { Meaning = organizer.ToString() }]
            : ImmutableArray<AgreementTerm>.Empty,
        new(Parties, "time_zone", Zone, agreement.TimeZone.Id),
        new(Parties, "language", Unless, Name(agreement.Language)),
    ];

    private string Company => Say("The company", "L'azienda");

    private string ForMarketing => Say("For marketing signs", "Per il marketing firma");

    private string ForSales => Say("For sales signs", "Per le vendite firma");

    private string Changed => Say("What changes the agreement counts", "Ciò che cambia l'accordo vale");

    private string OnceSigned => Say("once both heads have signed it", "quando entrambi i direttori l'hanno firmato");

    private string AtOnce => Say("at once", "subito");

    private string Invites => Say("To the meeting of the two teams invites", "Alla riunione dei due team invita");

    private string Zone => Say("Weeks, months and times of reports are those of", "Settimane, mesi e orari dei rapporti sono quelli di");

    private string Unless => Say("Who has chosen no language is written to in", "A chi non ha scelto una lingua si scrive in");

    private string Name(Language language) =>
        language == Language.En ? Say("English", "inglese")
        : language == Language.It ? Say("Italian", "italiano")
        : language.NameIn(Language);
}
