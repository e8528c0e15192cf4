namespace Handoff.Connect.OpenId;

/// <summary>What came of going to the provider and back.</summary>
public abstract record OpenIdAnswer
{
    private OpenIdAnswer()
    {
    }

    /// <summary>The provider answers for an address.</summary>
    /// <param name="Address">The address, as the provider writes it.</param>
    /// <param name="Once">What no other answer has: who was let in by it is not let in by it again.</param>
    /// <param name="To">Where the reader wanted to go, or null.</param>
    public sealed record Vouched(string Address, string Once, string? To) : OpenIdAnswer;

    /// <summary>The provider knows somebody, and does not say that the address is theirs.</summary>
    public sealed record Unvouched : OpenIdAnswer;

    /// <summary>The reader, or the provider's administrator, said no.</summary>
    public sealed record Declined : OpenIdAnswer;

    /// <summary>The provider does not answer.</summary>
    public sealed record Silent : OpenIdAnswer;

    /// <summary>What came back is not what was asked for: too late, twice, from another browser, or forged.</summary>
    public sealed record Refused : OpenIdAnswer;
}
