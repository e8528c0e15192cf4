using Handoff.Leads;
using Handoff.People;

namespace Handoff.Web.Desk;

/// <summary>What every page of the desk says around its content, and the words that several of them share, in one language.</summary>
public sealed partial record DeskTexts
{
    /// <summary>The texts of a language.</summary>
    public static DeskTexts In(Language language) => language switch
    {
        Language.En => English,
        Language.It => Italian,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Pages are written in every language."),
    };

    // What a text is for is its name; a comment on each would repeat it.
#pragma warning disable CS1591
    public required string Board { get; init; }

    public required string Team { get; init; }

    public required string Status { get; init; }

    public required string SearchLabel { get; init; }

    public required string SearchHint { get; init; }

    public required string Search { get; init; }

    public required string SignIn { get; init; }

    public required string SignOut { get; init; }

    public required string SignedInAs { get; init; }

    public required string OpenHere { get; init; }

    public required string Qualified { get; init; }

    public required string Offered { get; init; }

    public required string Accepted { get; init; }

    public required string Contacted { get; init; }

    public required string SalesQualified { get; init; }

    public required string Nurture { get; init; }

    public required string Won { get; init; }

    public required string Lost { get; init; }

    public required string Returned { get; init; }

    public required string Discarded { get; init; }

    public required string Duplicate { get; init; }

    public required string Erased { get; init; }

    public required string Queue { get; init; }

    public required string NoName { get; init; }

    public required string NotFoundTitle { get; init; }

    public required string NotFound { get; init; }

    public required string BrokenTitle { get; init; }

    public required string Broken { get; init; }

    public required string NotAllowedTitle { get; init; }

    public required string NotAllowed { get; init; }

    public required string FormOldTitle { get; init; }

    public required string FormOld { get; init; }

    public required string BackToBoard { get; init; }

    public required string TryAgain { get; init; }
#pragma warning restore CS1591

    /// <summary>The word of a status.</summary>
    public string Of(LeadStatus status) => status switch
    {
        LeadStatus.Qualified => Qualified,
        LeadStatus.Offered => Offered,
        LeadStatus.Accepted => Accepted,
        LeadStatus.Contacted => Contacted,
        LeadStatus.SalesQualified => SalesQualified,
        LeadStatus.Nurture => Nurture,
        LeadStatus.Won => Won,
        LeadStatus.Lost => Lost,
        LeadStatus.Returned => Returned,
        LeadStatus.Discarded => Discarded,
        LeadStatus.Duplicate => Duplicate,
        LeadStatus.Erased => Erased,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status has a word."),
    };
}
