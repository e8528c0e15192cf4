using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Agreements;

/// <summary>What a reason does to the lead.</summary>
public enum ReasonEffect
{
    /// <summary>The lead goes to another rep.</summary>
    Reroute,

    /// <summary>The lead goes back to marketing.</summary>
    Return,

    /// <summary>Marketing keeps the lead warm.</summary>
    Nurture,

    /// <summary>The lead is thrown away.</summary>
    Discard,
}

/// <summary>Whose fault it is that a lead is declined or returned.</summary>
public enum Fault
{
    /// <summary>The routing chose wrongly.</summary>
    Routing,

    Rep,

    /// <summary>Marketing's: the lead was bad.</summary>
    Marketing,

    /// <summary>Nobody's.</summary>
    Nobody,
}

/// <summary>Why a rep declines an offer, or returns a lead after talking to it.</summary>
/// <param name="Code">The code, such as <c>not_a_fit</c>.</param>
/// <param name="Then">What it does to the lead.</param>
/// <param name="Fault">Who is charged with it; only <see cref="Fault.Rep"/> costs the rep a turn.</param>
/// <param name="Says">What people read, by language.</param>
public sealed record Reason(string Code, ReasonEffect Then, Fault Fault, ImmutableDictionary<Language, string> Says)
{
    /// <summary>What people read, in <paramref name="language"/>, else in English, else the code.</summary>
    public string In(Language language) => Says.GetValueOrDefault(language) ?? Says.GetValueOrDefault(Language.En) ?? Code;
}
