using System.Globalization;
using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>Who owes what.</summary>
internal sealed class CommitmentWords(Language language) : Sentences(language)
{
    public IEnumerable<AgreementTerm> Of(Agreement agreement) => agreement.Commitments.Select(one => new AgreementTerm(
        AgreementChapter.Commitments, $"commitment/{one.By}/{one.Metric}/{one.Per}", About(one), Says(one)));

    private string About(Commitment one) => one.By switch
    {
        Side.Marketing =>
            Say($"Marketing owes each {Each(one.Per)}, {Metric(one.Metric)}",
            $"Il marketing deve ogni {Each(one.Per)}, {Metric(one.Metric)}"),
        Side.Sales =>
            Say($"Sales owes each {Each(one.Per)}, {Metric(one.Metric)}", $"Le vendite devono ogni {Each(one.Per)}, {Metric(one.Metric)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(one), one.By, "A side owes something."),
    };

    private string Says(Commitment one)
    {
        var figure = one.AtLeast.ToString("#,0.############################", CultureInfo.GetCultureInfo(Say("en-GB", "it-IT")))
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

    private string Metric(string metric) => metric switch
    {
        "qualified_leads" => Say("qualified leads", "lead qualificati"),
        "good_leads" => Say("good leads", "lead buoni"),
        "accepted_leads" => Say("accepted leads", "lead accettati"),
        "acceptance_rate" => Say("share of leads accepted", "quota di lead accettati"),
        "returned_as_bad" => Say("share of leads returned as bad", "quota di lead restituiti perché sbagliati"),
        "completeness" => Say("share of complete leads", "quota di lead completi"),
        "accepted_in_time" => Say("share accepted in time", "quota di accettati in tempo"),
        "contacted_in_time" => Say("share contacted in time", "quota di contattati in tempo"),
        "feedback_in_time" => Say("share with feedback in time", "quota con esito detto in tempo"),
        "attempts_kept" => Say("share with the agreed attempts", "quota con i tentativi concordati"),
        "pipeline_created" => Say("pipeline created", "pipeline creata"),
        "won_amount" => Say("amount won", "importo vinto"),
        _ => metric.Replace('_', ' '),
    };
}
