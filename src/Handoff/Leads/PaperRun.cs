using System.Collections.Immutable;
using Handoff.Agreements;
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
    /// <summary>How far it is looked ahead.</summary>
    public static Duration Longest { get; } = Duration.FromDays(14);

    // A lead that nobody answers has some dozens of turns; more would be a rule that never ends.
    private const int MostTurns = 500;

    /// <summary>Plays a lead from its reception on: each message is delivered at once, and nobody does anything.</summary>
    /// <param name="world">Agreement, people and the rota to choose on.</param>
    /// <param name="source">The terms of the webhook to which it is posted.</param>
    /// <param name="form">What the person wrote, by our names.</param>
    /// <param name="receivedAt">When it is received.</param>
    public static PaperRun Of(World world, LeadSource source, LeadForm form, Instant receivedAt)
    {
        var result = Contact.Normalise(form, source.DefaultCountry);
        if (result is not ContactResult.Usable { Contact: var contact })
            return new([], Lead.Unborn, result is ContactResult.Missing missing ? missing.Problems : []);
        var facts = new LeadFacts(form, contact, source.Name, 0);
        var assessment = Qualify.Assess(world.Agreement, facts);
        facts = facts.WithScore(assessment.Score).WithTier(assessment.Tier);
        var (team, because) = Territory.ChooseTeam(world.Staff, facts, world.Agreement.Lists);
        var reception = new Reception
        {
            Id = new("paper"),
            Source = source.Name,
            Agreement = world.Agreement.Version,
            Tier = assessment.Tier,
            Score = assessment.Score,
            ScoreBecause = Qualify.Explain(world.Agreement, assessment),
            ScoreRules = assessment.Rules,
            Qualifies = assessment.IsQualified,
            Completeness = assessment.Completeness,
            Team = team.Name,
            TeamBecause = because,
            Country = contact.Country,
            Language = contact.Language,
        };
        var verdict = assessment.IsQualified ? ReceptionVerdict.Qualified : ReceptionVerdict.BelowThePoints;
        var rota = world.Rota.Team == team.Name ? world.Rota : Rota.Empty(team.Name);
        return Play(world with { Rota = rota }, new Receive(reception, verdict), receivedAt);
    }

    private static PaperRun Play(World world, Receive received, Instant receivedAt)
    {
        var events = ImmutableArray.CreateBuilder<LeadEvent>();
        var (lead, now) = (Lead.Unborn, receivedAt);
        Decide(received);
        for (var turn = 0; turn < MostTurns && lead.NextWakeUp is { } next && next <= receivedAt + Longest; turn++)
        {
            now = Instant.Max(now, next);
            Decide(new TakeTurn());
            foreach (var message in lead.Outbox.Where(message => !message.IsHeld && message.NotBefore <= now))
                Decide(new RecordDelivery(message.Number, DeliveryResult.Sent));
        }

        return new(events.ToImmutable(), lead, []);

        void Decide(LeadCommand command)
        {
            var decision = LeadDecider.Decide(lead, command, world, now);
            events.AddRange(decision.Events);
            lead = decision.Lead;
            world = world with { Rota = world.Rota.Apply(decision.Rota) };
        }
    }
}
