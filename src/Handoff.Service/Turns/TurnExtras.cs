using System.Collections.Immutable;
using Handoff.Service.Leads;
using Handoff.Service.Storage;

namespace Handoff.Service.Turns;

/// <summary>What a turn writes beside its events.</summary>
public sealed record TurnExtras
{
    public static TurnExtras None { get; } = new();

    /// <summary>A new lead's key.</summary>
    public byte[]? NewKey { get; init; }

    public byte[]? Record { get; init; }

    /// <summary>The lead's personal data as the caller has it, for the steps that follow; null: it is read where it is needed.</summary>
    public LeadRecord? Opened { get; init; }

    /// <summary>A note to be added to the lead's personal data.</summary>
    public LeadNote? Note { get; init; }

    /// <summary>What is corrected in the lead's personal data; null: nothing.</summary>
    public ImmutableSortedDictionary<string, string>? Correction { get; init; }

    /// <summary>Lookup keys to claim.</summary>
    public ImmutableArray<LookupWrite> Lookups { get; init; } = [];

    public ImmutableArray<MailCopy> Copies { get; init; } = [];
}
