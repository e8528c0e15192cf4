namespace Handoff.News;

/// <summary>
/// What other programs are told of: the public types of events. The ledger's own types are no contract; these are, and each has a version
/// of its data.
/// </summary>
public enum NewsKind
{
    /// <summary>A request was stored.</summary>
    LeadReceived,

    /// <summary>It meets the agreement's definition: the handoff begins.</summary>
    LeadQualified,

    /// <summary>A rep, or in claim mode several, was asked to take it.</summary>
    LeadOffered,

    LeadAccepted,

    LeadDeclined,

    /// <summary>An accepted lead changed hands.</summary>
    LeadReassigned,

    /// <summary>The first contact is recorded.</summary>
    LeadContacted,

    /// <summary>Sales says, or the CRM does, that it is a real opportunity.</summary>
    LeadFeedback,

    /// <summary>It left sales with a reason.</summary>
    LeadReturned,

    /// <summary>A clock ran past 100 %.</summary>
    LeadBreached,

    LeadWon,

    LeadLost,

    /// <summary>A reply was taken back: what was told of it is no longer so.</summary>
    LeadUndone,

    /// <summary>Its personal data was destroyed: whoever has it is to do the same.</summary>
    LeadErased,

    /// <summary>A changed agreement is in force.</summary>
    AgreementSigned,

    /// <summary>A side will miss promises at this pace.</summary>
    CommitmentAtRisk,

    /// <summary>The report to the two heads was made.</summary>
    ReportSent,
}
