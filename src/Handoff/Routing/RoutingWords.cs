using Handoff.People;

namespace Handoff.Routing;

/// <summary>The words of <see cref="RoutingText"/>.</summary>
internal sealed class RoutingWords(Language language) : Sentences(language)
{
    public string NobodyElse => Say(": nobody else can take it", ": nessun altro può prenderlo");
    public string AsOwner => Say(" as the company's existing owner", " perché segue già l'azienda");
    public string Waited => Say(
        " (of equals, who waited longest, then who stands first)",
        " (a parità, chi attende da più tempo, poi chi viene prima nell'elenco)");

    public string Away => Say("away", "assente");
    public string OffShift => Say("off shift", "fuori turno");
    public string OtherLanguage => Say("does not speak the lead's language", "non parla la lingua della persona");
    public string DeclinedOrLapsed => Say("has declined it or let it lapse", "ha già rifiutato o lasciato scadere la proposta");
    public string HoldsItNow => Say("holds it now", "ce l'ha già");
    public string NotInStaff => Say("takes no leads any more", "non riceve più lead");

    public string AwayUntil(string time) => Say($"away, next on shift at {time}", $"assente, di turno da {time}");

    public string OffShiftUntil(string time) => Say($"off shift until {time}", $"fuori turno fino a {time}");

    public string NextOnShift(string time) => Say($"next on shift at {time}", $"di turno da {time}");

    public string AtCapacity(int load, int? capacity) =>
        Say($"at capacity with {load} of {capacity}", $"al completo con {load} su {capacity}");

    /// <summary>The day's quota is reached; <paramref name="again"/> is when the next begins, or null.</summary>
    public string AtQuota(int? given, int? most, string? again) => again is null
        ? Say($"has had {given} of {most} leads for the day", $"ha già avuto {given} lead su {most} per la giornata")
        : Say(
            $"has had {given} of {most} leads for the day, gets more from {again}",
            $"ha già avuto {given} lead su {most} per la giornata, di nuovo da {again}");

    public string NoReps(string team) => Say(
        $"Nobody can take the lead: the team {team} has no reps.", $"Nessuno può prendere il lead: il team {team} non ha venditori.");

    public string Nobody(string passedOver) =>
        Say($"Nobody can take the lead: {passedOver}.", $"Nessuno può prendere il lead: {passedOver}.");

    /// <summary>The queue has somebody at work before any rep: since <paramref name="time"/>, or now.</summary>
    public string Kept(string keeper, string? time, string passedOver) => time is null
        ? Say(
            $"Nobody is on shift, and {keeper} is at work: {passedOver}.", $"Nessuno è di turno, e {keeper} è al lavoro: {passedOver}.")
        : Say(
            $"Nobody is on shift, and {keeper} is at work from {time}, before any of them: {passedOver}.",
            $"Nessuno è di turno, e {keeper} è al lavoro da {time}, prima di tutti loro: {passedOver}.");

    public string NotAsked(string passedOver) => Say($"Not asked: {passedOver}.", $"Non interpellati: {passedOver}.");

    /// <summary>Who gets it; <paramref name="shift"/> stands between commas where it is not empty.</summary>
    public string Gets(string name, string shift) =>
        Say($"{name} gets the lead{shift}", $"Il lead va {ItalianEuphony.To(name)}{shift}");

    public string AheadOf(string names) => Say($", ahead of {names}", $", prima di {names}");

    public string Pays(int credits) => Say(
        $", and pays {credits} credits for it", $", e costa {credits} {(credits == 1 ? "credito" : "crediti")}");

    public string CanClaim(string names, string shift) => Say(
        $"{names} can take the lead{shift}: the first to accept has it",
        $"{names} possono prendere il lead{shift}: è del primo che accetta");

    public string AreAsked(string names, string shift, int most, string later) => Say(
        $"{names} are asked{shift} and the first to accept has the lead: an offer names {most} at most, and {later} come later in the rota",
        $"La proposta va {ItalianEuphony.To(names)}{shift} e il lead è del primo che accetta: una proposta ne nomina al massimo {most}, "
            + $"{ItalianEuphony.And(later)} vengono dopo nella turnazione");

    public string SmallestLoad(string own, string others) =>
        Say($" with the smallest load, {own} against {others}", $" con il carico minore, {own} contro {others}");

    public string HighestCredit(string own, string others) => Say(
        $" with the highest credit plus weight, {own} against {others}",
        $" con la somma più alta di credito e peso, {own} contro {others}");

    public string ForWhom(string figure, string name) => Say($"{figure} for {name}", $"{figure} di {name}");

    public string Share(int load, long of) => Say($"{load} of {of}", $"{load} su {of}");
}
