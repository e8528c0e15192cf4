using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.People;
using Handoff.Routing;
using Handoff.Service.Company;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using Handoff.Service.Turns;

namespace Handoff.Service.Leads;

/// <summary>Tells the life of a lead from its events (promise 5).</summary>
public sealed class LeadStories(IStreamStore streams, CompanyInForce company)
{
    // Only these say who has it and why: the others need not be read.
    private static readonly string[] Moves = [LeadStory.TypeOf<Offered>(), LeadStory.TypeOf<Assigned>(), LeadStory.TypeOf<Queued>()];

    /// <summary>The lead's events in order; none when there is no such lead.</summary>
    public async ValueTask<ImmutableArray<LeadEvent>> EventsAsync(LeadId id, CancellationToken cancellation)
    {
        var stored = await streams.ReadEventsAsync(new(StreamKind.Lead, id.Value), cancellation);
        return [.. stored.Select(one => LedgerJson.ReadLeadEvent(one.Json.Span))];
    }

    /// <summary>What tells events in the agreement's zone and words.</summary>
    public async ValueTask<StoryReader> ReaderAsync(string agreementVersion, Language language, CancellationToken cancellation)
    {
        var agreement = await company.AgreementAsync(agreementVersion, cancellation);
        return new(who => company.NameOf(who, language), agreement.TimeZone, agreement)
        {
            Language = language,
            Naming = company.Naming,
        };
    }

    /// <summary>Why the rules gave the lead to whoever has it, in the reader's language and times; empty where a person gave it.</summary>
    /// <param name="opened">The lead: where one of its latest events gave it, no other need be read.</param>
    public async ValueTask<string> RoutingBecauseAsync(OpenedLead opened, Person reader, CancellationToken cancellation)
    {
        var move = opened.Latest.LastOrDefault(one => Moves.Contains(LeadStory.TypeOf(one)))
            ?? await LastMoveAsync(opened.Lead.Id, cancellation);
        var choice = move switch
        {
            Offered e => e.Choice,
            Assigned e => e.Choice,
            Queued e => e.Choice,
            _ => null,
        };
        var days = StoryDay.In(reader.Language);
        return choice is null ? ""
            : RoutingText.Explain(
                choice, who => company.NameOf(who, reader.Language), at => days.Of(at.InZone(reader.Calendar.Zone)),
                company.Naming.In(reader.Language));
    }

    private async ValueTask<LeadEvent?> LastMoveAsync(LeadId id, CancellationToken cancellation)
    {
        var stored = await streams.ReadEventsAsync(new(StreamKind.Lead, id.Value), cancellation);
        return stored.LastOrDefault(one => Moves.Contains(one.Type)) is { } moved ? LedgerJson.ReadLeadEvent(moved.Json.Span) : null;
    }
}
