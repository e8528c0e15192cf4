using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Rows;

namespace Handoff.Board;

/// <summary>What somebody can do about a lead of a list. The lead itself judges again when it is done.</summary>
[Flags]
public enum RowActs
{
    /// <summary>Only look.</summary>
    None = 0,

    /// <summary>Accept or decline it.</summary>
    Answer = 1,

    /// <summary>Record the first contact.</summary>
    Contact = 2,

    /// <summary>Say what came of it.</summary>
    Feedback = 4,

    Take = 8,

    /// <summary>Give it to somebody, and silence its alerts.</summary>
    Manage = 16,

    /// <summary>Say what became of the opportunity.</summary>
    Outcome = 32,

    /// <summary>Confirm that one has it.</summary>
    Confirm = 64,
}

/// <summary>Reads what somebody can do off a row.</summary>
public static class RowActsOf
{
    /// <summary>What a person can do.</summary>
    /// <param name="answersFor">Whether the person is in line for the alerts of the lead's team.</param>
    public static RowActs Row(LeadRow lead, PersonId who, bool answersFor)
    {
        var acts = RowActs.None;
        if (lead.Asked.Contains(who))
            acts |= RowActs.Answer;
        if (lead.Owner.Is(who) && lead.Status == LeadStatus.Accepted)
            acts |= RowActs.Contact;
        if (lead.Owner.Is(who) && lead.Status == LeadStatus.Contacted)
            acts |= RowActs.Feedback;
        if (lead.Owner.Is(who) && lead.Clock is { Name: ClockName.Outcome })
            acts |= RowActs.Outcome;
        if (lead.Owner.Is(who) && lead.Unconfirmed is not null)
            acts |= RowActs.Confirm;
        if (answersFor && lead.HasClocks)
            acts |= RowActs.Manage;
        if (answersFor && lead.HasClocks && (lead.AcceptedAt is null || !lead.Owner.Is(who)))
            acts |= RowActs.Take;
        return acts;
    }
}
