using System.Collections.Immutable;
using Handoff.Agreements.Signing;
using Handoff.Leads;
using Handoff.Meetings;
using Handoff.Processes;

namespace Handoff.News;

/// <summary>The words of public events, and which facts of the ledger they tell.</summary>
public static class NewsKinds
{
    /// <summary>The version of each type's data; a change that breaks readers makes the next one.</summary>
    public const int Version = 1;

    private static readonly ImmutableDictionary<NewsKind, string> Words = Enum.GetValues<NewsKind>().ToImmutableDictionary(
        kind => kind,
        kind => kind switch
        {
            NewsKind.LeadReceived => "lead.received",
            NewsKind.LeadQualified => "lead.qualified",
            NewsKind.LeadOffered => "lead.offered",
            NewsKind.LeadAccepted => "lead.accepted",
            NewsKind.LeadDeclined => "lead.declined",
            NewsKind.LeadReassigned => "lead.reassigned",
            NewsKind.LeadContacted => "lead.contacted",
            NewsKind.LeadFeedback => "lead.feedback",
            NewsKind.LeadReturned => "lead.returned",
            NewsKind.LeadBreached => "lead.breached",
            NewsKind.LeadWon => "lead.won",
            NewsKind.LeadLost => "lead.lost",
            NewsKind.LeadUndone => "lead.undone",
            NewsKind.LeadErased => "lead.erased",
            NewsKind.AgreementSigned => "agreement.signed",
            NewsKind.CommitmentAtRisk => "commitment.at_risk",
            NewsKind.ReportSent => "report.sent",
            _ => throw new InvalidOperationException($"No word for {kind}."),
        });

    public static ImmutableArray<NewsKind> All { get; } = [.. Enum.GetValues<NewsKind>()];

    /// <summary>The word that channels name it by: <c>lead.accepted</c>.</summary>
    public static string Word(this NewsKind kind) => Words[kind];

    /// <summary>The CloudEvents type: <c>handoff.lead.accepted.v1</c>.</summary>
    public static string Type(this NewsKind kind) => $"handoff.{Words[kind]}.v{Version}";

    /// <summary>What a fact in the life of a lead is told as; null: nobody is told.</summary>
    public static NewsKind? Of(LeadEvent happened) => happened switch
    {
        LeadReceived => NewsKind.LeadReceived,
        LeadQualified => NewsKind.LeadQualified,
        Offered => NewsKind.LeadOffered,
        OfferAccepted => NewsKind.LeadAccepted,
        OfferDeclined => NewsKind.LeadDeclined,
        Assigned => NewsKind.LeadReassigned,
        FirstContactRecorded => NewsKind.LeadContacted,
        FeedbackGiven or OutcomeRecorded { Outcome: Outcome.Qualified } => NewsKind.LeadFeedback,
        LeadReturned => NewsKind.LeadReturned,
        ClockBreached => NewsKind.LeadBreached,
        OutcomeRecorded { Outcome: Outcome.Won } => NewsKind.LeadWon,
        OutcomeRecorded { Outcome: Outcome.Lost } => NewsKind.LeadLost,
        AcceptanceUndone or ReplyUndone => NewsKind.LeadUndone,
        // What only ran out is no reason to erase it where it is still of use.
        LeadErased { IsExpired: false } => NewsKind.LeadErased,
        _ => null,
    };

    /// <summary>What a fact of another process is told as; null: nobody is told.</summary>
    public static NewsKind? Of(ProcessEvent happened) => happened switch
    {
        ProposalInForce => NewsKind.AgreementSigned,
        PaceWarned => NewsKind.CommitmentAtRisk,
        ReportMade => NewsKind.ReportSent,
        _ => null,
    };
}
