using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>How long leads are kept.</summary>
internal sealed class RetentionWords(Language language) : Sentences(language)
{
    private readonly LengthWords _lengths = new(language);

    public IEnumerable<AgreementTerm> Of(RetentionTerms? terms)
    {
        if (terms is null)
            yield break;
        yield return Term("won", Say("The data of a lead that was won is kept", "I dati di un lead vinto si conservano"), terms.Won);
        yield return Term("lost", Say("Of one that was lost", "Di uno perso"), terms.Lost);
        yield return Term("returned", Say("Of one that came back", "Di uno tornato"), terms.Returned);
        yield return Term("discarded", Say("Of one that was thrown away", "Di uno scartato"), terms.Discarded);
        yield return Term("nurture", Say("Of one that marketing keeps warm", "Di uno che il marketing coltiva"), terms.Nurture);
        yield return Term(
            "sales_qualified", Say("Of an opportunity without an outcome", "Di un'opportunità senza esito"), terms.SalesQualified);
    }

    private AgreementTerm Term(string key, string about, RetentionPeriod period) =>
        new(AgreementChapter.Keeping, $"retention/{key}", about, Length(period));

    private string Length(RetentionPeriod period) => period switch
    {
        { Count: 0 } => Say("for ever", "per sempre"),
        { Unit: RetentionUnit.Months } => Say(
            $"{_lengths.Months(period.Count)} after its end", $"{_lengths.Months(period.Count)} dalla fine"),
        _ => Say($"{_lengths.Days(period.Count)} after its end", $"{_lengths.Days(period.Count)} dalla fine"),
    };
}
