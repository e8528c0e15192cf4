using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>
/// Asks the person whether somebody has called, where the agreement says so and the person agreed to be contacted, or the agreement states
/// another basis. It breaks no promise: silence and error are common.
/// </summary>
internal static class Asking
{
    /// <summary>After an acceptance: when the person will be asked. A test is of nobody.</summary>
    public static void Plan(DecisionDraft draft)
    {
        var known = draft.Lead.Known;
        if (draft.Tier.AskTheLeadAfter is not { } after || known.IsTest || !draft.Lead.MayBeWrittenTo
            || draft.Lead.Ask is { Message: > 0 })
            return;
        if (known.Consents ?? draft.Agreement.AsksAsService)
        {
            var due = Deadlines.Compute(draft.CalendarOf(null), draft.Now, after, ClockMode.Business).Due;
            draft.Emit(new AskPlanned(draft.Now, due, known.Consents is true));
        }
    }

    /// <summary>Asks, if that is due and nothing of the person stands in the way; what is not known is left to a later turn.</summary>
    public static void Look(DecisionDraft draft)
    {
        if (!draft.Lead.AsksAt(draft.Now) || draft.Asked is not { } standing)
            return;
        if (standing.Obstacle is { } obstacle)
        {
            draft.Emit(new AskDropped(draft.Now, obstacle));
            return;
        }

        var number = draft.Lead.Messages + 1;
        draft.Emit(new LeadAsked(draft.Now, number));
        draft.Emit(new MessageOwed(draft.Now, new()
        {
            Number = number,
            Kind = MessageKind.AskLead,
            To = PersonId.Nobody,
            About = new(),
            OwedAt = draft.Now,
            NotBefore = draft.Now,
            AtAnyHour = true,
        }));
    }

    /// <summary>The first "no" alerts the manager.</summary>
    public static Answer Record(DecisionDraft draft, AnswerAsk command)
    {
        if (draft.Lead.Status == LeadStatus.Erased || draft.Lead.Ask is not { Message: > 0 } ask || !ask.IsOpenAt(draft.Now))
            return new Answer.TooLate(LateCause.Ended);
        if (ask.Called == command.Called)
            return new Answer.AlreadyDone();
        draft.Emit(new LeadAnswered(draft.Now, command.Called));
        if (!command.Called && !ask.SaidNo)
            Messages.Alert(draft, MessageKind.LeadSaysNo, AlertTarget.Manager, new() { Other = draft.Lead.LastOwner });
        return new Answer.Done();
    }
}
