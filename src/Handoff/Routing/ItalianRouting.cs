using System.Globalization;
using Handoff.People;

namespace Handoff.Routing;

/// <inheritdoc />
internal sealed class ItalianRouting : RoutingWords
{
    public static ItalianRouting Instance { get; } = new();

    public override string NobodyElse => ": nessun altro può prenderlo";

    public override string AsOwner => " perché segue già l'azienda";

    public override string Waited => " (a parità, chi attende da più tempo, poi chi viene prima nell'elenco)";

    public override string Away => "assente";

    public override string OffShift => "fuori turno";

    public override string OtherLanguage => "non parla la lingua della persona";

    public override string DeclinedOrLapsed => "ha già rifiutato o lasciato scadere la proposta";

    public override string HoldsItNow => "ce l'ha già";

    public override string NotInStaff => "non riceve più lead";

    protected override string And(string name) => ItalianEuphony.And(name);

    public override string NoReps(string team) => $"Nessuno può prendere il lead: il team {team} non ha venditori.";

    public override string Nobody(string passedOver) => $"Nessuno può prendere il lead: {passedOver}.";

    public override string Kept(string keeper, string? time, string passedOver) => time is null
        ? $"Nessuno è di turno, e {keeper} è al lavoro: {passedOver}."
        : $"Nessuno è di turno, e {keeper} è al lavoro da {time}, prima di tutti loro: {passedOver}.";

    public override string NotAsked(string passedOver) => $"Non interpellati: {passedOver}.";

    public override string Gets(string name, string shift) => $"Il lead va {ItalianEuphony.To(name)}{shift}";

    public override string AheadOf(string names) => $", prima di {names}";

    public override string Pays(int credits) => string.Create(CultureInfo.InvariantCulture, $", e costa {credits} {(credits == 1 ? "credito" : "crediti")}");

    public override string CanClaim(string names, string shift) => $"{names} possono prendere il lead{shift}: è del primo che accetta";

    public override string AreAsked(string names, string shift, int most, string later) =>
        string.Create(CultureInfo.InvariantCulture, $"La proposta va {ItalianEuphony.To(names)}{shift} e il lead è del primo che accetta: una proposta ne nomina al massimo {most}, {ItalianEuphony.And(later)} vengono dopo nella turnazione");

    public override string SmallestLoad(string own, string others) => $" con il carico minore, {own} contro {others}";

    public override string HighestCredit(string own, string others) => $" con la somma più alta di credito e peso, {own} contro {others}";

    public override string ForWhom(string figure, string name) => $"{figure} di {name}";

    public override string Share(int load, long of) => string.Create(CultureInfo.InvariantCulture, $"{load} su {of}");

    public override string NextOnShift(string time) => $"di turno da {time}";

    public override string AwayUntil(string time) => $"assente, di turno da {time}";

    public override string OffShiftUntil(string time) => $"fuori turno fino a {time}";

    public override string AtCapacity(int load, int? capacity) => string.Create(CultureInfo.InvariantCulture, $"al completo con {load} su {capacity}");
}
