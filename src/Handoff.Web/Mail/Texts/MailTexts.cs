using Handoff.Agreements;
using Handoff.People;
using Handoff.Service.Mail;
using Handoff.Web.Mail.Words;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Texts;

/// <summary>What mails say beside their letters: facts, links and the frame.</summary>
/// <param name="names">What the reader calls what has an id, and the language.</param>
internal sealed class MailTexts(ReaderNames names) : Sentences(names.Language)
{
    /// <summary>What the reader calls what has an id.</summary>
    public ReaderNames Names => names;

    /// <summary>The language's words for times.</summary>
    public TimeTexts Times { get; } = TimeTexts.In(names.Language);

    /// <summary>The labels of facts and the texts of links.</summary>
    public MailLabels Labels { get; } = new(names.Language);

    /// <summary>Which company, under which agreement versions.</summary>
    public string SentFor(string organisation, IReadOnlyList<string> agreements) => agreements.Count == 1
        ? Say($"{organisation}, agreement {agreements[0]}", $"{organisation}, accordo {agreements[0]}")
        : Say($"{organisation}, agreements {string.Join(", ", agreements)}", $"{organisation}, accordi {string.Join(", ", agreements)}");

    /// <summary>How often this person has asked.</summary>
    public string RequestCount(int count) =>
        Times.Fill(Say("{0} request so far|{0} requests so far", "{0} richiesta finora|{0} richieste finora"), count);

    /// <summary>Score and tier, as a fact.</summary>
    public string Points(int score, string tier) =>
        $"{Times.Fill(Say("{0} point|{0} points", "{0} punto|{0} punti"), score)}, {names.Tier(tier)}";

    /// <summary>The offer to undo an acceptance.</summary>
    public string UndoUntil(Moment at) => Say($"By mistake? Undo {Times.Until(at)}", $"Per errore? Annulla {Times.Until(at)}");

    /// <summary>The request to confirm a lead that a manager gave.</summary>
    public string ConfirmBy(Moment at) => Say(
        $"Please confirm {Times.By(at)} that you have it", $"Conferma {Times.By(at)} che te ne occupi");

    /// <summary>A clock's promise and how its deadline follows from it, as a fact.</summary>
    /// <param name="span">From when to when it runs, or null: it stands still.</param>
    /// <param name="calendar">On whose opening hours, or null: it always runs.</param>
    public string Clock(ClockName clock, string promised, string? span, string? calendar)
    {
        var what = Times.Capital(Times.NameOf(clock));
        var within = Say($"{what} within {promised}", $"{what} entro {promised}");
        var on = calendar is null ? "" : Say($", calendar {calendar}", $", calendario {calendar}");
        return span is null ? Say($"{within}; the clock stands still", $"{within}; il tempo è fermo") : $"{within}: {span}{on}";
    }

    /// <summary>What happens by itself next, and when.</summary>
    public string Next(ComingRung next, Moment at)
    {
        var tells = next switch
        {
            { TellsReader: true } => Say("you are told again", "ti avvisiamo di nuovo"),
            { Tells: AlertTarget.Director } => Say("the director is told", "viene avvisato il direttore"),
            { Tells: AlertTarget.Manager } => Say("the manager is told", "viene avvisato il responsabile"),
            _ => null,
        };
        var moves = next.Reassigns ? Say("it goes to somebody else", "passa a un'altra persona") : null;
        return $"{Times.At(at)} {List(new[] { moves, tells }.OfType<string>())}";
    }

    /// <summary>To a manager: several leads at once.</summary>
    /// <param name="count">How many; at least one.</param>
    /// <param name="deadline">The earliest deadline, or null.</param>
    public Wording Digest(int count, string first, ToldDeadline? deadline)
    {
        var heading = Times.Fill(
            Say("{0} lead needs you|{0} leads need you", "{0} lead attende te|{0} lead attendono te"), count);
        var when = deadline is { IsLate: false } due ? Times.By(due.Moment) : Say("now", "ora");
        var more = count > 1 ? Times.Fill(Say(" and {0} more| and {0} more", " e {0} altro| e {0} altri"), count - 1) : "";
        return new(
            $"{heading} {when}: {first}{more}",
            heading,
            count == 1
                ? Say("Nobody has acted on it yet.", "Nessuno è ancora intervenuto.")
                : Say("Nobody has acted on them yet.", "Per nessuno c'è stato ancora un intervento."));
    }
}
