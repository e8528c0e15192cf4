using Handoff.Agreements;
using Handoff.People;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Texts;

/// <summary>The mails in Italian: times, amounts and facts. The letters are in the other part.</summary>
internal sealed partial class ItalianTexts : MailTexts
{
    private ItalianTexts() : base(TimeTexts.In(Language.It))
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
        Country = "Paese",
        Language = "Lingua",
        AskedFor = "Richiesta da",
        Requests = "Richieste",
        AlsoSaid = "Altri dati",
        Score = "Punteggio",
        WhyYou = "Perché a te",
        WhyThisRep = "Assegnazione",
        Owner = "In carico a",
        Team = "Team",
        Clock = "Scadenza",
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
    public override string RequestCount(int count) => Plural(count, "richiesta finora", "richieste finora");

    /// <inheritdoc />
    public override string Points(int score, string tier) => $"{Plural(score, "punto", "punti")}, {tier}";

    /// <inheritdoc />
    public override string UndoUntil(Moment at) => $"Per errore? Annulla {Times.Until(at)}";

    /// <inheritdoc />
    public override string SentFor(string organisation, IReadOnlyList<string> agreements) => agreements.Count == 1
        ? $"{organisation}, accordo {agreements[0]}"
        : $"{organisation}, accordi {string.Join(", ", agreements)}";

    /// <inheritdoc />
    public override string Do(ClockName clock) => clock switch
    {
        ClockName.Accept => "accetta",
        ClockName.FirstContact => "contatta la persona",
        ClockName.Feedback => "dai un riscontro",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock asks for something."),
    };

    /// <inheritdoc />
    public override string Clock(ClockName clock, string promised, string? span, string? calendar)
    {
        var what = Times.Capital(Times.NameOf(clock));
        return span is null
            ? $"{what} entro {promised}; il tempo è fermo"
            : $"{what} entro {promised}: {span}{(calendar is null ? "" : $", calendario {calendar}")}";
    }
}
