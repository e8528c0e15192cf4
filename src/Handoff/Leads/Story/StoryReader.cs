using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using NodaTime;

namespace Handoff.Leads.Story;

/// <summary>Whom a lead's story is told to, and what they need beside the events to understand it.</summary>
/// <param name="Name">How a person is called; asked of every person in the events, also of those who have left the files.</param>
/// <param name="Zone">The zone in which times are told.</param>
/// <param name="Agreement">The version under which the lead was received: for the points, the ladders' shares and the reasons'
/// texts.</param>
public sealed record StoryReader(Func<PersonId, string> Name, DateTimeZone Zone, Agreement Agreement)
{
    public Language Language { get; init; } = Language.En;

    /// <summary>What teams, tiers, calendars and sources are called now; where it is not given, by their ids.</summary>
    public Naming Naming { get; init; } = Naming.None;

    /// <summary>The same as this reader reads them.</summary>
    public ReaderNames Names => Naming.In(Language);

    /// <summary>
    /// The lead's messages by their numbers, so that later events can say which one they mean; without them they name the number alone.
    /// </summary>
    public IReadOnlyDictionary<int, OwedMessage> Messages { get; private init; } = ImmutableDictionary<int, OwedMessage>.Empty;

    /// <summary>Whether the lead had the agreement's points when it was received; a booked or released lead may have fewer.</summary>
    public bool HadThePoints { get; private init; } = true;

    /// <summary>The same reader, who knows what later events of this lead refer to.</summary>
    /// <param name="events">The lead's events, in order.</param>
    public StoryReader Of(IReadOnlyCollection<LeadEvent> events) => this with
    {
        Messages = MessageLedger.All(events),
        HadThePoints = events.OfType<LeadReceived>().All(received => received.Reception.Qualifies),
    };
}
