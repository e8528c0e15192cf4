using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.News;
using Handoff.Qualification;
using NodaTime;

namespace Handoff.Service.News;

/// <summary>An event as it is sent. Nothing in it is personal but <see cref="Contact"/> and <see cref="Company"/>.</summary>
public sealed record NewsItem
{
    public required NewsRef Ref { get; init; }

    public required Instant At { get; init; }

    /// <summary>What the event says, by the schema of its type.</summary>
    public required JsonObject Data { get; init; }

    /// <summary>The page about it; who opens it has to sign in.</summary>
    public required Uri Page { get; init; }

    /// <summary>The product's own address.</summary>
    public required Uri Source { get; init; }

    /// <summary>The lead as it was then; null: it is about none.</summary>
    public Lead? Lead { get; init; }

    /// <summary>The events that are no longer so, of one that takes a reply back.</summary>
    public ImmutableArray<NewsRef> Undone { get; init; } = [];

    /// <summary>The lead as it is now, for CRMs: a record there says how a lead is, not what happened; null: of another channel.</summary>
    public Lead? Now { get; init; }

    /// <summary>The lead's company, for chats; null: not known, or erased.</summary>
    public string? Company { get; init; }

    /// <summary>What the files call teams and tiers, for chats.</summary>
    public Naming Naming { get; init; } = Naming.None;

    /// <summary>The fields of the person that the channel asks for.</summary>
    public ImmutableSortedDictionary<string, string> Contact { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The names of the fields of the person that are in it.</summary>
    public ImmutableArray<string> FieldsOfPerson => Company is null ? [.. Contact.Keys] : [.. Contact.Keys, KnownFields.Company];
}
