using Handoff.Agreements;
using Handoff.People;

namespace Handoff.Figures;

/// <summary>What figures are called, and the one definition of each in one sentence.</summary>
/// <param name="names">What the reader calls figures that another tool sends in.</param>
public sealed class MetricWords(ReaderNames names) : Sentences(names.Language)
{
    /// <summary>The figure within a sentence; of one that another tool sends in, what <c>agreement.yaml</c> calls it.</summary>
    public string Name(string metric) => metric switch
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
        "looked_for" => Say("leads won or accepted, of those and the returned ones", "lead vinti o accettati, su questi e i restituiti"),
        "leads_saying_no" => Say("share of those asked whom nobody has called", "quota di interpellati che nessuno ha chiamato"),
        "leads_saying_yes" => Say("share of those asked whom somebody has called", "quota di interpellati che qualcuno ha chiamato"),
        "pipeline_created" => Say("pipeline created", "pipeline creata"),
        "won_amount" => Say("amount won", "importo vinto"),
        _ => names.Metric(metric) ?? metric.Replace('_', ' '),
    };

    /// <summary>How it is counted.</summary>
    public string Definition(string metric) => metric switch
    {
        "qualified_leads" => Say(
            "Leads that qualified in the period; erasing one changes nothing.",
            "Lead qualificati nel periodo; cancellarne uno non cambia nulla."),
        "good_leads" => Say(
            "Of the leads that qualified in the period, those that did not end for a reason that counts against marketing.",
            "Dei lead qualificati nel periodo, quelli non finiti per un motivo che pesa sul marketing."),
        "accepted_leads" => Say(
            "Of the leads that qualified in the period, those with an acceptance that stands.",
            "Dei lead qualificati nel periodo, quelli con un'accettazione che vale."),
        "acceptance_rate" => Say(
            "Acceptances that stand, of those and the leads that ended without one; undecided leads are in neither number.",
            "Le accettazioni che valgono, su queste e i lead finiti senza; i lead indecisi non sono in nessuno dei due numeri."),
        "returned_as_bad" => Say(
            "Leads that ended for a reason that counts against marketing, before or after acceptance, of those decided.",
            "Lead finiti per un motivo che pesa sul marketing, prima o dopo l'accettazione, su quelli decisi."),
        "completeness" => Say(
            "Leads that came with every agreed field, of those that qualified in the period.",
            "Lead arrivati con ogni campo concordato, su quelli qualificati nel periodo."),
        "accepted_in_time" or "contacted_in_time" or "feedback_in_time" => Say(
            "Clocks met at or before their deadline, of those judged; each counts in the period of its deadline.",
            "I tempi rispettati entro la scadenza, su quelli giudicati; ognuno conta nel periodo della sua scadenza."),
        "attempts_kept" => Say(
            "Leads closed as unreachable after the agreed attempts, of all closed so in the period.",
            "Lead chiusi come irraggiungibili dopo i tentativi concordati, su tutti quelli chiusi così nel periodo."),
        "leads_saying_no" or "leads_saying_yes" => Say(
            "Who answered so, of all who were asked in the period whether somebody had called; silence is neither yes nor no.",
            "Chi ha risposto così, su tutti quelli a cui nel periodo si è chiesto se qualcuno avesse chiamato; il silenzio non è né sì né "
                + "no."),
        "pipeline_created" => Say(
            "Amounts of the leads that the CRM called an opportunity in the period, by currency.",
            "Importi dei lead che il CRM ha chiamato opportunità nel periodo, per valuta."),
        "won_amount" => Say(
            "Amounts of the leads won in the period, by currency.", "Importi dei lead vinti nel periodo, per valuta."),
        _ => Say("Another tool reports it.", "Lo comunica un altro strumento."),
    };
}
