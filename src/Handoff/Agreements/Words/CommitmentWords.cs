using Handoff.Figures;
using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>Who owes what.</summary>
/// <param name="names">What the reader calls figures, and the language.</param>
public sealed class CommitmentWords(ReaderNames names) : Sentences(names.Language)
{
    private readonly MetricWords _metrics = new(names);

    internal IEnumerable<AgreementTerm> Of(Agreement agreement) => agreement.Commitments.Select(one => new AgreementTerm(
        AgreementChapter.Commitments, $"commitment/{one.By}/{one.Metric}/{one.Per}", About(one), Promised(one)));

    private string About(Commitment one) => one.By switch
    {
        Side.Marketing =>
            Say($"Marketing owes each {Each(one.Per)}, {_metrics.Name(one.Metric)}",
            $"Il marketing deve ogni {Each(one.Per)}, {_metrics.Name(one.Metric)}"),
        Side.Sales =>
            Say($"Sales owes each {Each(one.Per)}, {_metrics.Name(one.Metric)}",
                $"Le vendite devono ogni {Each(one.Per)}, {_metrics.Name(one.Metric)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(one), one.By, "A side owes something."),
    };

    /// <summary>What is promised: <c>at least 80 %</c>.</summary>
    public string Promised(Commitment one)
    {
        var figure = one.AtLeast.ToString("#,0.############################", Language.Culture)
            + (one.IsPercent ? " %" : one.Currency is { } currency ? $" {currency}" : "");
        var promised = one.IsMost ? Say($"at most {figure}", $"al massimo {figure}") : Say($"at least {figure}", $"almeno {figure}");
        return !one.Reported ? promised : one.Aggregate switch
        {
            Aggregate.Sum =>
                Say($"{promised}, the sum of what another tool reports", $"{promised}, somma di quanto dice un altro strumento"),
            Aggregate.Mean =>
                Say($"{promised}, the mean of what another tool reports", $"{promised}, media di quanto dice un altro strumento"),
            _ => Say($"{promised}, as another tool reports it", $"{promised}, secondo un altro strumento"),
        };
    }

    private string Each(Period period) => period switch
    {
        Period.Week => Say("week", "settimana"),
        Period.Month => Say("month", "mese"),
        Period.Quarter => Say("quarter", "trimestre"),
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "A period has a name."),
    };
}
