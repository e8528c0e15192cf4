using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Service.Delivery;
using Handoff.Service.Links;
using NodaTime;

namespace Handoff.Service.Processes;

/// <summary>What a mail says that belongs to no lead.</summary>
public abstract record LetterMail
{
    public required Person Reader { get; init; }

    public required string Organisation { get; init; }

    /// <summary>What the files call teams, tiers, calendars, sources, dimensions and figures.</summary>
    public Naming Naming { get; init; } = Naming.None;

    /// <summary>The same as the reader reads them.</summary>
    public ReaderNames Names => Naming.In(Reader.Language);

    /// <summary>The product's time now.</summary>
    public required Instant Now { get; init; }

    /// <summary>What can be opened from it.</summary>
    public ImmutableArray<MailLink> Links { get; init; } = [];

    /// <summary>An invitation beside the text, or null.</summary>
    public CalendarPart? Calendar { get; init; }

    /// <summary>The kind's word in the mailbox.</summary>
    public abstract string Kind { get; }
}
