using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>One lead as its events tell it, and what every commit must keep.</summary>
internal sealed class LeadAudit(SimulatedWorld world)
{
    /// <summary>How long a mail may be written at before it is handed over: a few calls to the store.</summary>
    private static readonly Duration Writing = Duration.FromSeconds(30);

    private readonly HashSet<(PersonId, int)> _accepted = [];
    private readonly MessageRules _messages = new(world);
    private readonly ClockRules _clocks = new(world);
    private readonly FairnessRules _fairness = new(world);
    private Instant? _erasedAt;

    public Lead State { get; private set; } = Lead.Unborn;

    public bool WasAcceptedBy(PersonId who, int offer) => _accepted.Contains((who, offer));

    /// <summary>A host hands a mail about the lead over: of an erased lead none, but for one that was being written.</summary>
    public void HandedOver()
    {
        if (_erasedAt is { } at && world.Now - at > Writing)
            world.Break($"Promise 7: of an erased lead nothing is sent, and {world.NameOf(new(StreamKind.Lead, State.Id.Value))} was.");
    }

    public void Committed(Turn turn)
    {
        var former = State;
        var written = turn.Events.Select(stored => LedgerJson.ReadLeadEvent(stored.Json.Span)).ToList();
        for (var i = 0; i < written.Count; i++)
        {
            var before = State;
            State = LeadEvolution.Evolve(before, written[i]);
            AcceptanceRules.Check(world, before, written[i]);
            _clocks.Check(before, written[i], written, i);
            _fairness.Check(before, written[i]);
            _messages.Check(before, written[i], State);
            ReturnRules.Check(world, before, written[i], State);
            world.Auditor.Rotas.Count(before, written[i], State);
            if (written[i] is OfferAccepted accepted)
                _accepted.Add((accepted.By, accepted.Offer));
            if (written[i] is LeadErased)
                _erasedAt = world.Now;
        }

        world.Auditor.Credits.Committed(written, turn);
        world.Auditor.Figures.Committed(turn.Stream.Id, written);
        StandingRules.Check(world, State, turn);
        world.Auditor.Rotas.Check(State, turn);
    }
}
