using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Design;
using Handoff.Web.Mail.Words;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>What one kind of message says of a lead to a person, and how its mail differs from others.</summary>
internal abstract class LeadLetter(Language language) : Sentences(language)
{
    protected TimeTexts Times { get; } = TimeTexts.In(language);

    /// <summary>The clock that it is about, or null: the message or the lead says which.</summary>
    public virtual ClockName? Clock => null;

    /// <summary>How its first paragraph looks before the deadline.</summary>
    public virtual Tone Tone => Tone.Running;

    /// <summary>Whether its reader has nothing to do: it tells neither how to reach the person nor what the person wrote.</summary>
    public virtual bool IsNews => false;

    /// <summary>How many notes of colleagues it quotes at most.</summary>
    public virtual int MostNotes => 3;

    /// <summary>Returns the letter of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A touch or a digest, which is no message about one lead to a person.</exception>
    public static LeadLetter Of(MessageKind kind, Language language) => kind switch
    {
        MessageKind.Offer => new OfferLetter(language),
        MessageKind.Reminder => new ReminderLetter(language),
        MessageKind.MovedOn => new MovedOnLetter(language),
        MessageKind.Accepted => new AcceptedLetter(language),
        MessageKind.Assigned => new AssignedLetter(language),
        MessageKind.GiveFeedback => new GiveFeedbackLetter(language),
        MessageKind.CameBack => new CameBackLetter(language),
        MessageKind.FollowUp => new FollowUpLetter(language),
        MessageKind.Breach => new BreachLetter(language),
        MessageKind.NobodyEligible => new NobodyEligibleLetter(language),
        MessageKind.DeliveryFailing => new DeliveryFailingLetter(language),
        MessageKind.LongAbsence => new LongAbsenceLetter(language),
        MessageKind.LeadSaysNo => new LeadSaysNoLetter(language),
        MessageKind.Contested => new ContestedLetter(language),
        MessageKind.ContestAnswered => new ContestAnsweredLetter(language),
        MessageKind.Touch or MessageKind.HandAgain or MessageKind.AskLead or MessageKind.News or MessageKind.Digest
            or MessageKind.Returned or _ =>
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only messages about one lead to a person have words of their own."),
    };

    public abstract Wording Write(Told told);

    /// <summary>Returns whether it quotes a note that was written on a step of the lead.</summary>
    public virtual bool Quotes(string step) => false;

    /// <summary>What a clock asks for, as a command to its reader.</summary>
    public string Do(ClockName clock) => clock switch
    {
        ClockName.Accept => Say("accept", "accetta"),
        ClockName.FirstContact => Say("make the first contact", "contatta la persona"),
        ClockName.Feedback => Say("give feedback", "registra l'esito"),
        ClockName.Outcome => Say("say what became of it", "racconta com'è finita"),
        ClockName.Confirm => Say("confirm that you have it", "conferma che te ne occupi"),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock asks for something."),
    };

    /// <summary>The command with its deadline, for a subject.</summary>
    protected string DoBy(Told told) => told.Deadline switch
    {
        null => Do(told.Clock),
        { IsLate: true } late => Say(
            $"{Do(told.Clock)} now, it {Times.WasDue(late.Moment)}", $"{Do(told.Clock)} ora, {Times.WasDue(late.Moment)}"),
        { } due => Say($"{Do(told.Clock)} {Times.By(due.Moment)}", $"{Do(told.Clock)} {Times.By(due.Moment)}"),
    };

    /// <summary>The command with its deadline, as a sentence.</summary>
    protected string Ask(Told told) => Ask(Do(told.Clock), told);

    /// <summary>A command with the deadline, as a sentence.</summary>
    protected string Ask(string what, Told told) => told.Deadline switch
    {
        null => Say($"Please {what}.", $"{Times.Capital(what)}."),
        { IsLate: true } late => Say(
            $"Please {what} now: it {Times.WasDue(late.Moment)}{Distance(late)}.",
            $"{Times.Capital(what)} ora: {Times.WasDue(late.Moment)}{Distance(late)}."),
        { } due => Say(
            $"Please {what} {Times.By(due.Moment)}{Distance(due)}.", $"{Times.Capital(what)} {Times.By(due.Moment)}{Distance(due)}."),
    };

    /// <summary>When it is or was due, as a sentence; empty where nothing is.</summary>
    protected string Due(Told told) => told.Deadline switch
    {
        null => "",
        { IsLate: true } late => Say(
            $"It was due {Times.At(late.Moment)}{Distance(late)}.", $"Scadeva {Times.At(late.Moment)}{Distance(late)}."),
        { } due => Say($"It is due {Times.At(due.Moment)}{Distance(due)}.", $"Scade {Times.At(due.Moment)}{Distance(due)}."),
    };

    /// <summary>The same behind another sentence.</summary>
    protected string AndDue(Told told) => told.Deadline is null ? "" : $" {Due(told)}";

    /// <summary>By when a manager is to act, or now.</summary>
    protected string ByOrNow(Told told) => told.Deadline is { IsLate: false } due ? Times.By(due.Moment) : Say("now", "ora");

    /// <summary>How much of the time has passed, behind another sentence; a late deadline says so itself.</summary>
    protected string Passed(Told told) => told is { Percent: > 0, Deadline: null or { IsLate: false } }
        ? Say($" {told.Percent}% of the agreed time has passed.", $" Tempo concordato trascorso: {told.Percent}%.") : "";

    /// <summary>Who has the lead, or null: nobody.</summary>
    protected string? Holder(Told told) => told switch
    {
        { Owner: null } => null,
        { InQueue: true } => Say($"the queue of {told.Owner}", $"{told.Owner} (in coda)"),
        _ => told.Owner,
    };

    /// <summary>Who has the lead, as a sentence.</summary>
    protected string Where(Told told) => Holder(told) is { } holder
        ? Say($"It is with {holder}.", $"È in carico {ItalianEuphony.To(holder)}.") : Say("Nobody has it.", "Nessuno l'ha in carico.");

    private static string Distance(ToldDeadline due) => due.Distance is { } distance ? $" ({distance})" : "";
}

/// <summary>To a manager: something needs attention.</summary>
internal abstract class AlertLetter(Language language) : LeadLetter(language)
{
    /// <inheritdoc />
    public override Tone Tone => Tone.AtRisk;

    /// <inheritdoc />
    public override bool Quotes(string step) => true;
}
