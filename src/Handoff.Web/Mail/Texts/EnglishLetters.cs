using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Web.Mail.Words;
using static System.FormattableString;

namespace Handoff.Web.Mail.Texts;

/// <content>What each message says.</content>
internal sealed partial class EnglishTexts
{
    /// <inheritdoc />
    protected override Wording Offer(Told told) => new(
        $"{told.Who}: {DoBy(told)}",
        $"New lead: {told.Who}",
        $"{Ask("accept or decline", told)}{(told.IsClaim ? " It was offered to several people: the first to accept has it." : "")}");

    /// <inheritdoc />
    protected override Wording Reminder(Told told) => new(
        $"Reminder: {told.Who}: {DoBy(told)}",
        $"Still to do: {told.Who}",
        $"{Ask(Do(told.Clock), told)}{Passed(told)}");

    /// <inheritdoc />
    protected override Wording MovedOn(Told told) => new(
        $"{told.Who}: no longer with you, nothing to do",
        $"{(told.Owner is null ? "No longer with you" : "Moved on")}: {told.Who}",
        $"{told.Cause switch
        {
            MoveCause.Reassigned => "The agreed time for it ran out.",
            MoveCause.Declined => "It was declined.",
            MoveCause.ShiftEnded => "Your shift ended before it was answered. This does not count against you.",
            MoveCause.Absence => "You are noted as away.",
            MoveCause.Undeliverable => "Our e-mail about it could not be delivered.",
            MoveCause.TakenBack => "Whoever had declined it or passed it on has taken that back.",
            MoveCause.Undone => "The acceptance was undone.",
            MoveCause.Taken => "A manager has taken it.",
            MoveCause.AssignedByManager => "A manager has assigned it to somebody else.",
            MoveCause.ClaimedByOther => "A colleague was the first to accept it.",
            MoveCause.Rerouted => "It was passed on, with the reason that was given.",
            MoveCause.Ended => "The handoff has ended.",
            null => "It has changed hands.",
            _ => throw new ArgumentOutOfRangeException(nameof(told), told.Cause, "A cause has a sentence."),
        }}{(Holder(told) is { } holder ? $" It is now with {holder}." : "")}",
        "You have nothing to do.");

    /// <inheritdoc />
    protected override Wording Accepted(Told told) => new(
        $"{told.Who}: yours, {DoBy(told)}",
        $"Yours: {told.Who}",
        $"Thank you for accepting. {Ask(Do(told.Clock), told)} Then record it.");

    /// <inheritdoc />
    protected override Wording Assigned(Told told) => new(
        $"{told.Who}: now yours, {DoBy(told)}",
        $"Now yours: {told.Who}",
        $"{told.Cause switch
        {
            MoveCause.Reassigned => "The agreed time of the colleague before you ran out.",
            MoveCause.Declined => "The colleague before you declined it.",
            MoveCause.ShiftEnded => "The shift of the colleague before you ended.",
            MoveCause.Absence => "The colleague before you is away.",
            MoveCause.Undeliverable => "The colleague before you could not be reached by e-mail.",
            MoveCause.TakenBack => "The colleague before you took that back.",
            MoveCause.Undone => "The colleague before you undid the acceptance.",
            MoveCause.Taken => "You have taken it.",
            MoveCause.AssignedByManager => "A manager has assigned it to you.",
            MoveCause.Rerouted => "The colleague before you passed it on.",
            MoveCause.ClaimedByOther or MoveCause.Ended or null => "It has been assigned to you.",
            _ => throw new ArgumentOutOfRangeException(nameof(told), told.Cause, "A cause has a sentence."),
        }} It is accepted already, and its clock goes on.",
        Ask(Do(told.Clock), told));

    /// <inheritdoc />
    protected override Wording GiveFeedback(Told told) => new(
        $"{told.Who}: {DoBy(told)}",
        $"What came of {told.Who}?",
        $"{Ask(Do(told.Clock), told)} Say whether it is a real opportunity, or return it with a reason.");

    /// <inheritdoc />
    protected override Wording CameBack(Told told) => new(
        $"{told.Who}: asked again, {(told.Deadline is null ? "please get in touch" : DoBy(told))}",
        $"Asked again: {told.Who}",
        $"The new request joins the handoff that you have; its clocks do not change. {(told.Deadline is null ? "Please get in touch." : Ask(Do(told.Clock), told))}");

    /// <inheritdoc />
    protected override Wording Breach(Told told) => told.Deadline is { IsLate: false }
        ? new(
            $"{told.Who}: {NotDone(told.Clock)} yet, act {By(told.Deadline.Value.Moment)}",
            $"{told.Who}: {NotDone(told.Clock)} yet",
            $"{Due(told)}{Passed(told)} {Where(told)}",
            "You can take it, assign it or silence this alert for a while.")
        : new(
            IsAgain(told)
                ? Invariant($"{told.Who}: still {NotDone(told.Clock)} at {told.Percent}% of the agreed time, act now")
                : $"{told.Who}: {NotDone(told.Clock)}, {(told.Deadline is { } late ? $"{Times.WasDue(late.Moment)}, " : "")}act now",
            IsAgain(told) ? $"{told.Who}: still {NotDone(told.Clock)}" : $"{told.Who}: {NotDone(told.Clock)} in time",
            $"{(told.Deadline is null ? "The agreed time has passed." : Due(told))}{Again(told)} {Where(told)}",
            "You can take it, assign it or silence this alert for a while.");

    /// <inheritdoc />
    protected override Wording NobodyEligible(Told told) => new(
        $"{told.Who}: nobody can take it, assign it {(told.Deadline is { IsLate: false } due ? By(due.Moment) : "now")}",
        $"Nobody can take {told.Who}",
        $"No rep is eligible now, so it waits in your queue.{(told.Deadline is null ? "" : $" {Due(told)}")}",
        "Please take it or assign it.");

    /// <inheritdoc />
    protected override Wording DeliveryFailing(Told told) => new(
        $"{told.Who}: {(told.Other is { } reader ? $"mail to {reader}" : "a mail")} does not arrive, {(told.Deadline is { IsLate: false } due ? $"act {By(due.Moment)}" : "act now")}",
        $"{told.Who}: {(told.Other is { } to ? $"mail to {to}" : "a mail")} does not arrive",
        $"We could not deliver {Message(told.Failing)} about this lead.{(told.Deadline is null ? "" : $" {Due(told)}")} {Where(told)}",
        "Please tell them in another way, or take or assign the lead.");

    /// <inheritdoc />
    protected override Wording LongAbsence(Told told) => new(
        $"{told.Who}: {told.Owner ?? "the owner"} is still away, decide who goes on",
        $"{told.Who}: {told.Owner ?? "the owner"} is still away",
        $"The lead waits for feedback. The agreed pause is used up, so the clock runs again.{(told.Deadline is null ? "" : $" {Due(told)}")}",
        "Please take the lead or assign it, or let it wait.");

    /// <inheritdoc />
    protected override Wording Returned(Told told) => told.Cause == MoveCause.TakenBack
        ? new(
            $"{told.Who}: not returned after all, sales goes on",
            $"Not returned after all: {told.Who}",
            $"{told.Other ?? "The rep"} returned it by mistake and has taken that back."
                + (Holder(told) is { } holder ? $" It is with {holder}." : ""),
            "You have nothing to do.")
        : new(
        $"{told.Who}: {Effect(told)}{(told.Reason is { } reason ? $": {reason}" : "")}",
        $"{told.Who}: {Effect(told)}",
        told.Reason is { } why ? $"The reason given: {why}." : "No reason was given.",
        "You have nothing to confirm.");

    /// <inheritdoc />
    public override Wording Digest(int count, string first, ToldDeadline? deadline) => new(
        $"{Plural(count, "lead needs", "leads need")} you{(deadline is { IsLate: false } due ? $" {By(due.Moment)}" : " now")}: {first}{(count > 1 ? $" and {count - 1} more" : "")}",
        $"{Plural(count, "lead needs", "leads need")} you",
        count == 1 ? "It is still as it says here." : "Each is still as it says here.");

    private static string Effect(Told told) => told.Then switch
    {
        ReasonEffect.Nurture => "not now, please keep it warm",
        ReasonEffect.Discard => "thrown away by sales",
        ReasonEffect.Return or ReasonEffect.Reroute or null => "returned by sales",
        _ => throw new ArgumentOutOfRangeException(nameof(told), told.Then, "An effect has words."),
    };

    private static string NotDone(ClockName clock) => clock switch
    {
        ClockName.Accept => "not accepted",
        ClockName.FirstContact => "not contacted",
        ClockName.Feedback => "no feedback",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock can be missed."),
    };

    private static string Message(MessageKind? kind) => kind switch
    {
        MessageKind.Offer => "the offer",
        MessageKind.Reminder => "a reminder",
        MessageKind.Accepted => "the confirmation",
        MessageKind.Assigned => "the assignment",
        MessageKind.GiveFeedback => "the request for feedback",
        MessageKind.CameBack => "the news that they asked again",
        MessageKind.MovedOn => "the news that it moved on",
        MessageKind.Returned => "the news that it was returned",
        MessageKind.Breach or MessageKind.NobodyEligible or MessageKind.DeliveryFailing or MessageKind.LongAbsence or MessageKind.Digest => "an alert",
        MessageKind.Touch or null => "a message",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A message has a name."),
    };

    private static string? Holder(Told told) => told.Owner is { } owner ? told.InQueue ? $"the queue of {owner}" : owner : null;

    private static string Where(Told told) => Holder(told) is { } holder ? $"It is with {holder}." : "Nobody has it.";

    // A late deadline says so itself.
    private static string Passed(Told told) =>
        told is { Percent: > 0, Deadline: null or { IsLate: false } } ? $" {told.Percent}% of the agreed time has passed." : "";

    // After the first alert of a broken promise the next say how far it has gone.
    private static string Again(Told told) => IsAgain(told) ? Invariant($" By now {told.Percent}% of the agreed time has passed.") : "";

    private static string Distance(ToldDeadline due) => due.Distance is { } distance ? $" ({distance})" : "";

    private string Ask(string what, Told told) => told.Deadline switch
    {
        null => $"Please {what}.",
        { IsLate: true } late => $"Please {what} now: it {Times.WasDue(late.Moment)}{Distance(late)}.",
        { } due => $"Please {what} {By(due.Moment)}{Distance(due)}.",
    };

    private string DoBy(Told told) => told.Deadline switch
    {
        null => Do(told.Clock),
        { IsLate: true } late => $"{Do(told.Clock)} now, it {Times.WasDue(late.Moment)}",
        { } due => $"{Do(told.Clock)} {By(due.Moment)}",
    };

    private string Due(Told told) =>
        told.Deadline is { } due ? $"It {(due.IsLate ? "was" : "is")} due {At(due.Moment)}{Distance(due)}." : "";
}
