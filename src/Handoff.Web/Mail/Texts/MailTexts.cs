using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Mail.Words;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Texts;

/// <summary>Every text of the mails in one language. A language that lacks one does not compile.</summary>
internal abstract class MailTexts
{
    /// <summary>Sets the language's words for times.</summary>
    protected MailTexts(TimeTexts times) => Times = times;

    /// <summary>The language's words for times.</summary>
    public TimeTexts Times { get; }

    /// <summary>The language tag.</summary>
    public string Lang => Times.Lang;

    /// <summary>The labels and links.</summary>
    public abstract MailLabels Labels { get; }

    /// <summary>The texts of a language.</summary>
    public static MailTexts In(Language language) => language switch
    {
        Language.En => EnglishTexts.Instance,
        Language.It => ItalianTexts.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "A language has texts."),
    };

    /// <summary>The words of one lead's message.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A touch or a digest, which are no message about one lead to a person.</exception>
    public Wording Of(MessageKind kind, Told told) => kind switch
    {
        MessageKind.Offer => Offer(told),
        MessageKind.Reminder => Reminder(told),
        MessageKind.MovedOn => MovedOn(told),
        MessageKind.Accepted => Accepted(told),
        MessageKind.Assigned => Assigned(told),
        MessageKind.GiveFeedback => GiveFeedback(told),
        MessageKind.CameBack => CameBack(told),
        MessageKind.Breach => Breach(told),
        MessageKind.NobodyEligible => NobodyEligible(told),
        MessageKind.DeliveryFailing => DeliveryFailing(told),
        MessageKind.LongAbsence => LongAbsence(told),
        MessageKind.Returned => Returned(told),
        MessageKind.Touch or MessageKind.Digest or _ =>
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only messages about one lead to a person have words of their own."),
    };

    /// <summary>What a clock asks for, as a command to its reader.</summary>
    public abstract string Do(ClockName clock);

    /// <summary>To a rep: take this lead.</summary>
    protected abstract Wording Offer(Told told);

    /// <summary>To a rep: a clock is running.</summary>
    protected abstract Wording Reminder(Told told);

    /// <summary>To the rep before: the lead has moved on.</summary>
    protected abstract Wording MovedOn(Told told);

    /// <summary>To the one who accepted.</summary>
    protected abstract Wording Accepted(Told told);

    /// <summary>To a rep: an accepted lead is now yours.</summary>
    protected abstract Wording Assigned(Told told);

    /// <summary>To a rep: what came of it?</summary>
    protected abstract Wording GiveFeedback(Told told);

    /// <summary>To a rep: the person has asked again.</summary>
    protected abstract Wording CameBack(Told told);

    /// <summary>To a manager: a promise is about to break or is broken.</summary>
    protected abstract Wording Breach(Told told);

    /// <summary>To a manager: nobody can take it.</summary>
    protected abstract Wording NobodyEligible(Told told);

    /// <summary>To a manager: mail does not arrive.</summary>
    protected abstract Wording DeliveryFailing(Told told);

    /// <summary>To a manager: the owner is away for longer than is excused.</summary>
    protected abstract Wording LongAbsence(Told told);

    /// <summary>To marketing: it has come back.</summary>
    protected abstract Wording Returned(Told told);

    /// <summary>To a manager: several leads at once.</summary>
    /// <param name="count">How many; at least one.</param>
    /// <param name="first">Who the first is.</param>
    /// <param name="deadline">The earliest deadline, or null.</param>
    public abstract Wording Digest(int count, string first, ToldDeadline? deadline);

    /// <summary>A clock's promise and how its deadline follows from it, as a fact.</summary>
    /// <param name="clock">Which promise.</param>
    /// <param name="promised">The promised length.</param>
    /// <param name="span">From when to when it runs, or null: it stands still.</param>
    /// <param name="calendar">On whose opening hours, or null: it always runs.</param>
    public abstract string Clock(ClockName clock, string promised, string? span, string? calendar);

    /// <summary>How often this person has asked.</summary>
    public abstract string RequestCount(int count);

    /// <summary>Score and tier, as a fact.</summary>
    public abstract string Points(int score, string tier);

    /// <summary>The offer to undo an acceptance.</summary>
    public abstract string UndoUntil(Moment at);

    /// <summary>Which company, under which agreement versions.</summary>
    public abstract string SentFor(string organisation, IReadOnlyList<string> agreements);

    /// <summary>Whether it is not the first alert that a promise is broken.</summary>
    protected static bool IsAgain(Told told) => told.Percent > 100 && told.Deadline is null or { IsLate: true };

    /// <summary>A deadline still to come.</summary>
    protected string By(Moment at) => Times.By(at);

    /// <summary>When something was or is.</summary>
    protected string At(Moment at) => Times.At(at);

    /// <summary>A count with its noun.</summary>
    protected string Plural(int count, string one, string many) => Times.Plural(count, one, many);
}
