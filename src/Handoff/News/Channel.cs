using System.Collections.Immutable;
using Handoff.Agreements;

namespace Handoff.News;

/// <summary>What stands at the other end of a channel.</summary>
public enum ChannelType
{
    /// <summary>An endpoint that takes CloudEvents, signed by Standard Webhooks.</summary>
    Webhook,

    /// <summary>An incoming webhook of Slack.</summary>
    Slack,

    /// <summary>A Workflows address of Microsoft Teams.</summary>
    Teams,

    /// <summary>HubSpot: a contact for each person.</summary>
    Hubspot,

    /// <summary>Salesforce: a Lead for each lead.</summary>
    Salesforce,
}

/// <summary>A channel of <c>channels.yaml</c>: to whom news go, and which.</summary>
public sealed record Channel
{
    /// <summary>Into so many streams the leads of a channel are divided, so that many can write at once.</summary>
    public const int Shards = 8;

    public required string Name { get; init; }

    public required ChannelType Type { get; init; }

    /// <summary>Where it is sent; of a chat the address is a secret.</summary>
    public required Uri Url { get; init; }

    /// <summary>By what a webhook is signed, one or two; the first is the present one.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>Which events it gets.</summary>
    public required ImmutableHashSet<NewsKind> Events { get; init; }

    /// <summary>Of which leads.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Which fields of the person go along; none: no personal data leaves.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>How it writes into a CRM; null: it is none.</summary>
    public CrmTerms? Crm { get; init; }

    /// <summary>Whether it may be an address within the own network.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The part of the channel to which a lead or another process belongs; always the same one.</summary>
    /// <param name="of">The name of its stream.</param>
    public static int ShardOf(string of) => (int)(StableHash.Of(of) % Shards);
}
