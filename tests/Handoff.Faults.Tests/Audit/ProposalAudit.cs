using Handoff.Agreements.Signing;
using Handoff.Faults.Tests.World;
using Handoff.Processes;
using Handoff.Service.MailEvents;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Audit;

/// <summary>
/// Proposed agreements: each is in force only with both signatures, from the midnight after the second, and at most once a round; what ends
/// otherwise ends once. What is in force in the end is what came into force last.
/// </summary>
internal sealed class ProposalAudit(SimulatedWorld world)
{
    private static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    private readonly Dictionary<string, Proposal> _states = new(StringComparer.Ordinal);
    private string? _inForce;

    /// <summary>How many came into force, and how many ended otherwise.</summary>
    public (int InForce, int Voided) Ended { get; private set; }

    /// <summary>When the last came into force.</summary>
    public Instant LastInForceAt { get; private set; } = SimulatedWorld.Start;

    public void Committed(Turn turn)
    {
        var state = _states.GetValueOrDefault(turn.Stream.Id, Proposal.Empty);
        foreach (var stored in turn.Events)
        {
            var happened = LedgerJson.ReadProcessEvent(stored.Json.Span);
            Check(state, happened, turn.Stream);
            state = ProposalDecider.Evolve(state, happened);
        }

        _states[turn.Stream.Id] = state;
        if (!turn.State.Span.SequenceEqual(LedgerJson.Write(state)))
            world.Break($"The events replay to the state, and those of {world.NameOf(turn.Stream)} do not.");
        if (turn.NextWakeUp != state.NextWakeUp)
            world.Break($"Promise 3: a proposal has a wake-up at {state.NextWakeUp}, and has {turn.NextWakeUp}.");
    }

    public void CheckEnd()
    {
        foreach (var (id, state) in _states)
        {
            var name = world.NameOf(new(StreamKind.Proposal, id));
            if (state.NextWakeUp is { } due && due <= world.Now - Auditor.Bound)
                world.Break($"Promise 3: what is due of {name} is carried out, and it was due at {due}.");
            if (!state.Letters.Owed.IsEmpty)
                world.Break($"Promise 3: a mail that is owed is delivered, and one of {name} is not.");
        }

        if (_inForce is null)
            return;
        using var company = InTheEnd.Company(world);
        if (company.Agreement.Version != _inForce)
            world.Break($"What was signed last is in force, and instead of {_inForce} it is {company.Agreement.Version}.");
    }

    private void Check(Proposal before, ProcessEvent happened, StreamId stream)
    {
        switch (happened)
        {
            case ProposalMade when before.IsAlive:
                world.Break($"A proposal ends before it is made again, and {world.NameOf(stream)} did not.");
                break;
            case ProposalSigned e when before.Standing != ProposalStanding.Open || before.IsSignedBy(e.By):
                world.Break($"A head signs what is open, once, and {world.NameOf(stream)} is {before.Standing}.");
                break;
            case ProposalInForce e when before.Standing != ProposalStanding.Agreed || before.Signatures.Length < 2
                || e.From != ProposalDecider.InForceAt(before.Signatures.Max(one => one.At), before.Terms!.Begins, Rome):
                world.Break($"A proposal is in force from the midnight after the second signature, and {world.NameOf(stream)} is not.");
                break;
            case ProposalInForce:
                _inForce = before.Terms!.Version;
                LastInForceAt = world.Now;
                // Looks that find nothing due are not played otherwise.
                world.Fleet.AgreementInForce();
                Ended = Ended with { InForce = Ended.InForce + 1 };
                break;
            case ProposalVoided or ProposalExpired or ProposalUnfit when !before.IsAlive:
                world.Break($"A proposal ends once, and {world.NameOf(stream)} was {before.Standing}.");
                break;
            case ProposalVoided:
                Ended = Ended with { Voided = Ended.Voided + 1 };
                break;
            case LetterSent sent when before.Letters.Owed.FirstOrDefault(one => one.Number == sent.Number) is { } letter
                && letter.Kind is LetterKind.ProposalInForce or LetterKind.ProposalVoided && letter.About == before.Round
                && world.Provider.Taken(new MessageName(stream, sent.Number).ToString()) == 0:
                world.Break($"Promise 3: a message is delivered at least once, and mail {sent.Number} of {world.NameOf(stream)} was not.");
                break;
        }
    }
}
