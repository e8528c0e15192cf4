using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Texts;

/// <summary>The mails in Italian: times, amounts and facts. The letters are in the other part.</summary>
internal sealed partial class ItalianTexts : MailTexts
{
    private ItalianTexts() : base("it-IT", "dddd d MMMM", "dddd d MMMM yyyy")
    {
    }

    /// <summary>The one set of texts.</summary>
    public static ItalianTexts Instance { get; } = new();

    /// <inheritdoc />
    public override MailLabels Labels { get; } = new()
    {
        NoName = "Una persona senza nome",
        Name = "Nome",
        Company = "Azienda",
        JobTitle = "Ruolo",
        Email = "E-mail",
        Phone = "Telefono",
        Country = "Paese, lingua",
        AskedFor = "Richiesta da",
        Requests = "Richieste",
        AlsoSaid = "Altri dati",
        Score = "Punteggio",
        ScoreBecause = "Perché",
        WhyYou = "Perché a te",
        WhyThisRep = "Assegnazione",
        Owner = "In carico a",
        Team = "Gruppo",
        Clock = "Accordo",
        Reason = "Motivo",
        Message = "Messaggio",
        Note = "Nota",
        AcceptOrDecline = "Accetta o rifiuta",
        RecordContact = "Registra il primo contatto",
        GiveFeedback = "Dai un riscontro",
        Manage = "Prendi, assegna o silenzia",
        Away = "Sono assente",
    };

    /// <inheritdoc />
    public override string By(Moment at) => $"entro {Said(at)}";

    /// <inheritdoc />
    public override string At(Moment at) => at.Nearness switch
    {
        Nearness.Today => $"alle {at.Time}",
        Nearness.Tomorrow => $"domani alle {at.Time}",
        Nearness.Yesterday => $"ieri alle {at.Time}",
        Nearness.OtherDay => $"{at.Date} alle {at.Time}",
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "A day is near or it is not."),
    };

    /// <inheritdoc />
    public override string Since(Moment at) => $"dal{Said(at)}";

    /// <inheritdoc />
    public override string Until(Moment at) => $"fino al{Said(at)}";

    /// <inheritdoc />
    public override string In(string length) => $"tra {length}";

    /// <inheritdoc />
    public override string InWorkingTime(string length) => $"tra {length} di orario lavorativo";

    /// <inheritdoc />
    public override string Ago(string length) => $"{length} fa";

    /// <inheritdoc />
    public override string OfWorkingTime(string length) => $"{length} di orario lavorativo";

    /// <inheritdoc />
    public override string WorkingDays(int count) => Plural(count, "giorno lavorativo", "giorni lavorativi");

    /// <inheritdoc />
    public override string Days(int count) => Plural(count, "giorno", "giorni");

    /// <inheritdoc />
    public override string Hours(int count) => Plural(count, "ora", "ore");

    /// <inheritdoc />
    public override string Minutes(int count) => Plural(count, "minuto", "minuti");

    /// <inheritdoc />
    public override string RequestCount(int count) => Plural(count, "richiesta finora", "richieste finora");

    /// <inheritdoc />
    public override string Points(int score, string tier) => $"{Plural(score, "punto", "punti")}, {tier}";

    /// <inheritdoc />
    public override string UndoUntil(Moment at) => $"Per errore? Annulla {Until(at)}";

    /// <inheritdoc />
    public override string SentFor(string organisation, IReadOnlyList<string> agreements) => agreements.Count == 1
        ? $"{organisation}, accordo {agreements[0]}"
        : $"{organisation}, accordi {string.Join(", ", agreements)}";

    /// <inheritdoc />
    public override string TimesAre(string zone) => $"Gli orari sono quelli di {zone}.";

    /// <inheritdoc />
    public override string Do(ClockName clock) => clock switch
    {
        ClockName.Accept => "accetta",
        ClockName.FirstContact => "contatta la persona",
        ClockName.Feedback => "dai un riscontro",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock asks for something."),
    };

    /// <inheritdoc />
    public override string Clock(ClockName clock, string promised, string? since, ClockState state)
    {
        var what = clock switch
        {
            ClockName.Accept => "accettazione",
            ClockName.FirstContact => "primo contatto",
            ClockName.Feedback => "riscontro",
            _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name."),
        };
        var runs = state == ClockState.Paused ? "il tempo è fermo" : since is null ? null : $"il tempo corre {since}";
        return runs is null ? $"{what} entro {promised}" : $"{what} entro {promised}; {runs}";
    }

    private static string Said(Moment at) => at.Nearness switch
    {
        Nearness.Today => $"le {at.Time}",
        Nearness.Tomorrow => $"le {at.Time} di domani",
        Nearness.Yesterday => $"le {at.Time} di ieri",
        Nearness.OtherDay => $"le {at.Time} di {at.Date}",
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "A day is near or it is not."),
    };

    private string Plural(int count, string one, string many) => string.Create(Culture, $"{count} {(count == 1 ? one : many)}");
}
