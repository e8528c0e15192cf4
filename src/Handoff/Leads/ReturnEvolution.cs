namespace Handoff.Leads;

/// <summary>How events change what marketing does with a lead that came back.</summary>
internal static class ReturnEvolution
{
    /// <summary>The state after one event; one that does not concern returns leaves it as it is.</summary>
    public static Lead Apply(Lead lead, LeadEvent happened) => happened switch
    {
        ReturnContested e => lead with { Contest = new(e.By, e.At, e.AnswerBy, ContestState.Asked) },
        ContestEscalated e => Change(lead, contest => contest with { State = ContestState.WithHeads, Heads = e.Heads }),
        ContestVoted e => Change(lead, contest => contest with
        {
            Votes = [.. contest.Votes.Where(vote => vote.By != e.By), new(e.By, e.Overturns)],
        }),
        ContestUpheld e => Change(lead, contest => contest with
        {
            State = ContestState.Upheld,
            EndedAt = e.At,
            EndedBy = e.By,
        }),
        ContestOverturned e => Change(lead, contest => contest with
        {
            State = ContestState.Overturned,
            EndedAt = e.At,
            EndedBy = e.By,
        }),
        SentAgain e => lead with { FollowedBy = new(e.To, e.Cause) },
        Recycled e => lead with { Status = LeadStatus.Nurture, Owner = Owner.Marketing, RecycledAt = e.At },
        _ => lead,
    };

    private static Lead Change(Lead lead, Func<Contest, Contest> change) =>
        lead.Contest is { } contest ? lead with { Contest = change(contest) } : lead;
}
