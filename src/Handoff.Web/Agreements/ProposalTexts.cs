using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Agreements.Signing;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Signing;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Agreements;

/// <summary>What pages and mails say of a changed agreement that has to be signed.</summary>
public sealed class ProposalTexts(Language language) : Sentences(language)
{
    private readonly TimeTexts _times = TimeTexts.In(language);

    public string Title => Say("To be signed", "Da firmare");
    public string Proposed => Say("Proposed agreement", "Accordo proposto");
    public string Nothing => Say("No agreement is proposed", "Nessun accordo è proposto");
    public string NothingSays => Say(
        "A changed agreement appears here until both heads have signed it.",
        "Qui compare un accordo modificato finché entrambi i direttori non l'hanno firmato.");
    public string Open => Say("Read and sign it", "Leggilo e firmalo");
    public string See => Say("Read the proposal", "Leggi la proposta");
    public string WhoSigns => Say("Who signs", "Chi firma");
    public string NotYet => Say("has not signed", "non ha firmato");
    public string Changes => Say("What would change", "Che cosa cambierebbe");
    public string NoChange => Say(
        "Nothing but its name, or the day from which it counts.", "Nulla tranne il nome, o il giorno da cui vale.");
    public string NoEffect => Say(
        "There are fewer than 200 qualified leads: no effect of the change can be estimated yet.",
        "Ci sono meno di 200 lead qualificati: non si può ancora stimare l'effetto della modifica.");
    public string Whole => Say("The whole of it", "Il testo intero");
    public string Keep => Say(
        "A lead keeps the version under which it qualified.", "Un lead conserva la versione con cui si è qualificato.");
    public string Thanks => Say("Thank you, you have signed.", "Grazie, hai firmato.");
    public string SignedAlready => Say("You have signed it.", "L'hai firmato.");
    public string NotYours => Say(
        "Only the heads named below can sign, each signed in with their own address.",
        "Possono firmare solo i direttori indicati sotto, ognuno con il proprio accesso.");
    public string TooLate => Say(
        "Nothing was signed: meanwhile another proposal took its place, or its time is over. Read what stands here now.",
        "Non è stato firmato nulla: nel frattempo un'altra proposta l'ha sostituita, o il suo tempo è finito. Leggi ciò che ora è "
            + "scritto qui.");
    public string NobodySigned => Say(
        "Nobody signed this version: it was in force before signing was required.",
        "Nessuno ha firmato questa versione: era in vigore prima che fosse richiesta la firma.");

    /// <summary>How the proposal stands, what is missing and until when.</summary>
    public string Standing(StandingProposal proposal, ReaderTime time)
    {
        var (state, version, old) = (proposal.State, proposal.Terms.Version, proposal.InForce);
        return state.Standing switch
        {
            ProposalStanding.Open => Say(
                $"Version {version} is proposed and does not act. {Missing(proposal)} It can be signed "
                    + $"{_times.Until(time.At(state.ExpiresAt))}.",
                $"La versione {version} è proposta e non vale ancora. {Missing(proposal)} Si può firmare "
                    + $"{_times.Until(time.At(state.ExpiresAt))}."),
            ProposalStanding.Agreed => Say(
                $"Version {version} is signed and in force {_times.From(time.At(state.InForceAt!.Value))}. "
                    + $"Until then {old} stays in force.",
                $"La versione {version} è firmata e in vigore {_times.From(time.At(state.InForceAt!.Value))}. "
                    + $"Fino ad allora resta in vigore {old}."),
            ProposalStanding.Expired => Say(
                $"Version {version} was not signed within 30 days; {old} stays in force. Proposed under another name it can be signed "
                    + $"again.",
                $"La versione {version} non è stata firmata entro 30 giorni; resta in vigore {old}. Proposta con un altro nome si può "
                    + $"firmare di nuovo."),
            ProposalStanding.Unfit => Say(
                $"Version {version} was signed, but on its day it did not go with people.yaml: {old} stays in force.",
                $"La versione {version} è stata firmata, ma nel suo giorno non era compatibile con people.yaml: resta in vigore {old}."),
            _ => throw new ArgumentOutOfRangeException(nameof(proposal), state.Standing, "What lies in the folder stands somehow."),
        };
    }

    /// <summary>How the proposal stood when a report was made.</summary>
    /// <param name="missing">The names of those who had not signed it.</param>
    internal string Reported(ReportedProposal proposal, IReadOnlyList<string> missing, ReaderTime time)
    {
        var version = UserText.Line(proposal.Version, 60) ?? "";
        return proposal.Standing switch
        {
            ProposalStanding.Open => Say(
                $"Version {version} is proposed and does not act. {NotSigned(missing)} It can be signed "
                    + $"{_times.Until(time.At(proposal.SignBy))}.",
                $"La versione {version} è proposta e non vale ancora. {NotSigned(missing)} Si può firmare "
                    + $"{_times.Until(time.At(proposal.SignBy))}."),
            ProposalStanding.Agreed => Say(
                $"Version {version} is signed and in force {_times.From(time.At(proposal.InForceAt!.Value))}.",
                $"La versione {version} è firmata e in vigore {_times.From(time.At(proposal.InForceAt!.Value))}."),
            ProposalStanding.Expired => Say(
                $"Version {version} was not signed within 30 days.", $"La versione {version} non è stata firmata entro 30 giorni."),
            _ => Say(
                $"Version {version} was signed, but did not go with people.yaml.",
                $"La versione {version} è stata firmata, ma non era compatibile con people.yaml."),
        };
    }

    /// <summary>Whose office somebody has.</summary>
    public string Office(Signer signer) => (signer.Side, signer.IsNew, signer.IsAppointed) switch
    {
        (Side.Marketing, _, true) => Say(
            "head of marketing, appointed by the administrator", "direzione marketing, su nomina dell'amministratore"),
        (Side.Sales, _, true) => Say("head of sales, appointed by the administrator", "direzione vendite, su nomina dell'amministratore"),
        (Side.Marketing, false, _) => Say("head of marketing", "direzione marketing"),
        (Side.Sales, false, _) => Say("head of sales", "direzione vendite"),
        (Side.Marketing, true, _) => Say("the next head of marketing", "prossima direzione marketing"),
        (Side.Sales, true, _) => Say("the next head of sales", "prossima direzione vendite"),
        _ => throw new ArgumentOutOfRangeException(nameof(signer), signer.Side, "A side has a head."),
    };

    /// <summary>Who signed, and when.</summary>
    public string SignedAt(Instant at, ReaderTime time) => Say(
        $"signed {_times.At(time.At(at))}", $"ha firmato {_times.At(time.At(at))}");

    /// <summary>Who signed what is in force, one sentence.</summary>
    public string SignedBy(IEnumerable<Signer> signers, ReaderTime time)
    {
        var all = List(signers.Select(one => $"{one.Name} ({Office(one)}, {_times.At(time.At(one.SignedAt!.Value))})"));
        return Say($"Signed by {all}.", $"Firmato da {all}.");
    }

    /// <summary>The heads whom the administrator appointed, one sentence each; none before there is a company.</summary>
    public static ImmutableArray<string> AppointedHeads(CompanyInForce company, Language language) => company.Files is null ? []
        : [.. Enum.GetValues<Side>().Where(side => company.AppointedFor(side) is not null).Select(side => new ProposalTexts(language)
            .AppointedHead(company.NameOf(company.Agreement.SignedBy(side), language), side))];

    private string AppointedHead(string name, Side side) => side == Side.Marketing
        ? Say(
            $"{name} was appointed head of marketing by the administrator.",
            $"L'amministratore ha nominato {name} alla direzione marketing.")
        : Say(
            $"{name} was appointed head of sales by the administrator.",
            $"L'amministratore ha nominato {name} alla direzione vendite.");

    /// <summary>When it would be in force.</summary>
    public string Begins(LocalDate? begins, string zone) => begins is { } day
        ? Say(
            $"Once everybody has signed, it is in force from the next midnight of {zone}, and not before "
                + $"{_times.Date(day, withYear: true)}.",
            $"Quando tutti avranno firmato, è in vigore dalla mezzanotte successiva di {zone}, e non prima di "
                + $"{_times.Date(day, withYear: true)}.")
        : Say(
            $"Once everybody has signed, it is in force from the next midnight of {zone}.",
            $"Quando tutti avranno firmato, è in vigore dalla mezzanotte successiva di {zone}.");

    public string Sign(string version) => Say($"Sign version {version}", $"Firma la versione {version}");

    public string SignAs(string name, string office) => Say(
        $"You sign as {name}, {office}.", $"Firmi come {name}, {office}.");

    private string Missing(StandingProposal proposal) => NotSigned([.. proposal.Missing]);

    private string NotSigned(IReadOnlyList<string> names)
    {
        return names.Count == 1 ? Say($"{names[0]} has not signed yet.", $"{names[0]} non ha ancora firmato.")
            : Say($"{List(names)} have not signed yet.", $"{List(names)} non hanno ancora firmato.");
    }
}
