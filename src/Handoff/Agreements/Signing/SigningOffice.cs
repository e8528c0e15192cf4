using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Agreements.Signing;

/// <summary>For which side somebody signs a proposal.</summary>
/// <param name="IsNext">Whether only the proposal names them the head.</param>
public sealed record SigningOffice(PersonId Who, Side Side, bool IsNext)
{
    /// <summary>Who has to sign: the heads of the agreement in force, and where they differ those whom the proposal names.</summary>
    public static ImmutableArray<SigningOffice> Of(PersonId marketing, PersonId sales, ProposalTerms terms) =>
    [
        .. new SigningOffice[]
        {
            new(marketing, Side.Marketing, false), new(sales, Side.Sales, false),
            new(terms.Marketing, Side.Marketing, true), new(terms.Sales, Side.Sales, true),
        }.DistinctBy(one => (one.Who, one.Side)),
    ];
}
