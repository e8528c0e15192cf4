using Handoff.News;
using Handoff.Service.Delivery;
using Handoff.Service.Leads;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>What a CRM says of a deal.</summary>
public abstract record DealAnswer
{
    private DealAnswer()
    {
    }

    /// <summary>It is a lead's, and stands so.</summary>
    /// <param name="Lead">The lead's id, as the CRM keeps it.</param>
    public sealed record Of(string Lead, OutcomeReport Outcome) : DealAnswer
    {
        /// <summary>What of it makes no sense and was left out, without personal data; empty: nothing.</summary>
        public string Left { get; init; } = "";
    }

    /// <summary>It concerns no lead of ours, as far as the answer goes: a part that is missing looks the same.</summary>
    /// <param name="Because">Why, without personal data.</param>
    public sealed record Nobodys(string Because) : DealAnswer;

    /// <summary>It could not be read.</summary>
    public sealed record Unread(SendOutcome Why) : DealAnswer;
}

/// <summary>Port: reads a deal in a CRM.</summary>
/// <remarks>One call is one attempt, which ends in time by itself. May be called from several threads at once.</remarks>
public interface IDeals
{
    /// <summary>Asks how a deal stands now.</summary>
    /// <param name="deal">Its id in the CRM.</param>
    Task<DealAnswer> ReadAsync(Channel channel, string deal, CancellationToken cancellation);
}

/// <summary>
/// Reads a deal that has changed and records what became of its lead. An answer by which an outcome, or a part of one, would be lost is
/// believed when it comes a second time, <see cref="SecondLook"/> later: a contact may be joined to a new deal a moment after it is told,
/// and an answer that lacks something looks like one that has nothing to say.
/// </summary>
/// <param name="deals">Who reads it; none on a host that sends nothing either, such as a command's.</param>
public sealed class DealReading(IEnumerable<IDeals> deals, OutcomeRecording outcomes)
{
    /// <summary>When such an answer is asked for again.</summary>
    private static readonly Duration SecondLook = Duration.FromMinutes(10);

    private readonly IDeals? _deals = deals.SingleOrDefault();

    /// <summary>Reads it once.</summary>
    /// <returns>What is to be recorded of the attempt.</returns>
    public async Task<ChannelCommand.RecordDeal> ReadAsync(Channel channel, WaitingDeal deal, CancellationToken cancellation)
    {
        if (_deals is null)
            return Again("This host asks no CRM.");
        return await _deals.ReadAsync(channel, deal.Deal, cancellation) switch
        {
            DealAnswer.Of { Left.Length: > 0 } of when !deal.IsDoubted => Doubted(of.Left),
            DealAnswer.Nobodys nobodys when !deal.IsDoubted => Doubted(nobodys.Because),
            DealAnswer.Of of => await RecordAsync(of),
            DealAnswer.Nobodys nobodys => Done(null, nobodys.Because),
            DealAnswer.Unread { Why: var why } => why switch
            {
                SendOutcome.Refused e => new(deal.Deal, deal.Number, NewsResult.Refused, null, e.Reason, null),
                SendOutcome.Failed e => Again(e.Reason) with { RetryAfter = e.RetryAfter },
                SendOutcome.Unknown e => Again(e.Reason),
                SendOutcome.Misconfigured e => Again(e.Reason),
                _ => throw new InvalidOperationException("What was taken is no reason not to read."),
            },
            _ => throw new InvalidOperationException("A deal is somebody's, nobody's, or was not read."),
        };

        async Task<ChannelCommand.RecordDeal> RecordAsync(DealAnswer.Of of) =>
            await outcomes.RecordAsync(of.Lead, of.Outcome, cancellation) switch
            {
                OutcomeAnswer.Recorded => Done(of.Lead, $"{of.Outcome.Outcome} {of.Left}".TrimEnd()),
                OutcomeAnswer.UnknownLead when !deal.IsDoubted => Doubted("There is no such lead."),
                OutcomeAnswer.UnknownLead => Done(null, "There is no such lead."),
                // The CRM may know before the rep has pressed a button.
                OutcomeAnswer.NotNow { IsTooEarly: true } => Again("Nobody has accepted the lead yet."),
                OutcomeAnswer.NotNow notNow => Done(of.Lead, $"The lead stays {notNow.Status}."),
                OutcomeAnswer.Invalid invalid => Done(of.Lead, $"The deal's {invalid.Field} cannot be."),
                _ => throw new InvalidOperationException("Every answer to an outcome has a rule."),
            };

        ChannelCommand.RecordDeal Done(string? lead, string remark) =>
            new(deal.Deal, deal.Number, NewsResult.Arrived, lead, remark, null);

        ChannelCommand.RecordDeal Again(string reason) => new(deal.Deal, deal.Number, NewsResult.Failed, null, reason, null);

        ChannelCommand.RecordDeal Doubted(string reason) => Again(reason) with { RetryAfter = SecondLook, IsDoubt = true };
    }
}
