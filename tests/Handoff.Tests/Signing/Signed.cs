using System.Collections.Immutable;
using Handoff.Agreements.Signing;
using Handoff.Leads;
using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Tests.Signing;

/// <summary>A proposal that is played by hand, in Rome, from Monday 30 November 2026, 10:00.</summary>
internal sealed class Signed
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 11, 30, 9, 0);
    public static readonly PersonId Giulia = new("giulia");
    public static readonly PersonId Paolo = new("paolo");
    public static readonly PersonId Anna = new("anna");
    public static readonly DateTimeZone Rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];

    public const string Content = "0123456789abcdef0123456789abcdef";

    public Proposal State { get; private set; } = Proposal.Empty;

    public Instant Now { get; set; } = Monday;

    public ProposalWorld World { get; set; } = new(Rome, Giulia, Paolo, new(Content, Monday), IsFit: true);

    public ImmutableArray<ProcessEvent> Events { get; private set; } = [];

    /// <summary>The mails that were owed so far.</summary>
    public IEnumerable<(LetterKind Kind, PersonId To)> Mails => Events.OfType<LetterOwed>().Select(owed => (owed.Kind, owed.To));

    public static ProposalTerms Terms { get; } = new(Content, "2026-12", Begins: null, Giulia, Paolo);

    public Signed Propose(ProposalTerms? terms = null)
    {
        Ask(new MakeProposal(World.Current!.Since, terms ?? Terms));
        return this;
    }

    public Answer Sign(PersonId by, string content = Content) => Ask(new SignProposal(by, content));

    /// <summary>Takes the turn that is due by then.</summary>
    public Signed Pass(Duration time)
    {
        Now += time;
        Ask(new ProcessCommand.TakeTurn());
        return this;
    }

    public Answer Ask(ProcessCommand command)
    {
        var decided = ProposalDecider.In(World, Now).Decide(State, command);
        (State, Events) = (decided.State, Events.AddRange(decided.Events));
        return decided.Answer;
    }
}
