using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads;

/// <summary>What would become of a lead if nobody answered it: decided by the process itself, on paper.</summary>
/// <param name="Events">What would happen, in order.</param>
/// <param name="Lead">The lead at the end.</param>
/// <param name="Problems">What the form lacks to be a lead; then nothing happens.</param>
public sealed record PaperRun(ImmutableArray<LeadEvent> Events, Lead Lead, ImmutableArray<FieldProblem> Problems)
{
    // A lead that nobody answers has some dozens of turns; more would be a rule that never ends.
    private const int MostTurns = 500;

    /// <summary>How far it is looked ahead.</summary>
    public static Duration Longest { get; } = Duration.FromDays(14);

    /// <summary>
    /// The clocks that would run if who is first asked accepted at once, called at once, and called it an opportunity: so each deadline is
    /// known, those too that start by an answer.
    /// </summary>
    public ImmutableArray<ClockStarted> Clocks { get; init; } = [];

    /// <summary>Plays a lead from its reception on: each message is delivered at once, and nobody does anything.</summary>
    /// <param name="agreement">Under which it qualifies.</param>
    /// <param name="staff">Who there is.</param>
    /// <param name="rotas">Whose turn it is, of each team; of a team without one all begin at zero.</param>
    /// <param name="source">The terms of the webhook to which it is posted.</param>
    /// <param name="form">What the person wrote, by our names.</param>
    /// <param name="receivedAt">When it is received.</param>
    public static PaperRun Of(
        Agreement agreement, Staff staff, IReadOnlyDictionary<string, Rota> rotas, LeadSource source, LeadForm form, Instant receivedAt)
    {
        var result = Contact.Normalise(form, source.DefaultCountry);
        if (result is not ContactResult.Usable { Contact: var contact })
            return new([], Lead.Unborn, result is ContactResult.Missing missing ? missing.Problems : []);
        var facts = new LeadFacts(form, contact, source.Name, 0);
        var assessment = Qualify.Assess(agreement, facts);
        facts = facts.WithScore(assessment.Score).WithTier(assessment.Tier);
        var choice = Territory.ChooseTeam(staff, facts, agreement.Lists);
        var reception = Reception.Of(new("paper"), source.Name, agreement, assessment, contact, choice);
        var verdict = source.Honeypot is { } hidden && form[hidden] is not null ? ReceptionVerdict.Spam
            : assessment.IsQualified ? ReceptionVerdict.Qualified
            : ReceptionVerdict.BelowThePoints;
        var paper = new Sheet(new(agreement, staff, rotas.GetValueOrDefault(choice.Team.Name) ?? Rota.Empty(choice.Team.Name)), receivedAt);
        paper.Decide(new Receive(reception, verdict));
        var played = Unanswered(paper.Copy());
        return new([.. played.Events], played.Lead, []) { Clocks = Answered(paper, choice.Team.Manager) };
    }

    private static Sheet Unanswered(Sheet paper)
    {
        var end = paper.Now + Longest;
        for (var turn = 0; turn < MostTurns && paper.Lead.NextWakeUp is { } next && next <= end; turn++)
            paper.TakeTurn(next);
        return paper;
    }

    private static ImmutableArray<ClockStarted> Answered(Sheet paper, PersonId manager)
    {
        if (paper.Lead.NextWakeUp is { } next)
            paper.TakeTurn(next);
        LeadCommand? answer = paper.Lead switch
        {
            { Offer: { } offer } => new AcceptOffer(offer.To[0], offer.Number),
            { Status: LeadStatus.Qualified } => new TakeLead(manager),
            _ => null,
        };
        if (answer is not null)
            paper.Decide(answer);
        if (paper.Lead is { Status: LeadStatus.Accepted, Owner.Who: { } owner })
        {
            paper.Decide(new RecordContact(owner, ContactWay.Called));
            paper.Decide(new GiveFeedback(owner, Reason: null));
        }

        return [.. paper.Events.OfType<ClockStarted>().DistinctBy(started => started.Clock)];
    }

    /// <summary>A lead, its world and its ledger, on a sheet of paper.</summary>
    private sealed class Sheet(World world, Instant now)
    {
        private World _world = world;

        public Lead Lead { get; private set; } = Lead.Unborn;

        public Instant Now { get; private set; } = now;

        public ImmutableList<LeadEvent> Events { get; private set; } = [];

        public Sheet Copy() => new(_world, Now) { Lead = Lead, Events = Events };

        public void TakeTurn(Instant next)
        {
            Now = Instant.Max(Now, next);
            Decide(new TakeTurn());
            foreach (var message in Lead.Outbox.Where(message => !message.IsHeld && message.NotBefore <= Now))
                Decide(new RecordDelivery(message.Number, DeliveryResult.Sent));
        }

        public void Decide(LeadCommand command)
        {
            var decision = LeadDecider.Decide(Lead, command, _world, Now);
            Events = Events.AddRange(decision.Events);
            Lead = decision.Lead;
            _world = _world with { Rota = _world.Rota.Apply(decision.Rota) };
        }
    }
}
