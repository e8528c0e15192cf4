using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.People;
using Handoff.Processes;
using NodaTime;
using static Handoff.Agreements.Signing.ProposalStanding;

namespace Handoff.Agreements.Signing;

/// <summary>What lies in the folder is proposed.</summary>
/// <param name="Since">When it took the place of the one before.</param>
public sealed record MakeProposal(Instant Since, ProposalTerms Terms) : ProcessCommand;

/// <summary>Somebody signs.</summary>
/// <param name="Content">Names what they saw.</param>
public sealed record SignProposal(PersonId By, string Content) : ProcessCommand;

/// <summary>What a decision about a proposal rests on.</summary>
/// <param name="Zone">The zone of the agreement in force, by whose midnights a proposal comes into force.</param>
/// <param name="Marketing">The head of marketing of the agreement in force.</param>
/// <param name="Sales">The head of sales of the agreement in force.</param>
/// <param name="Current">Which proposal is current; null: there was never any.</param>
/// <param name="IsFit">Whether one whose day has come goes with the people of now.</param>
public sealed record ProposalWorld(DateTimeZone Zone, PersonId Marketing, PersonId Sales, CurrentProposal? Current, bool IsFit)
{
    /// <inheritdoc cref="SigningOffice.Of"/>
    public ImmutableArray<PersonId> SignersOf(ProposalTerms terms) => [.. OfficesOf(terms).Select(one => one.Who).Distinct()];

    /// <summary>The same, with the side for which each signs.</summary>
    public ImmutableArray<SigningOffice> OfficesOf(ProposalTerms terms) => SigningOffice.Of(Marketing, Sales, terms);
}

/// <summary>
/// Carries a changed agreement from the folder to both heads and into force (design section 4). What is due is carried out before anything
/// else, so that how late a turn comes changes nothing.
/// </summary>
public static class ProposalDecider
{
    /// <summary>The process, as it stands to the rest of the world at a time.</summary>
    public static Decider<Proposal, ProcessCommand, ProcessEvent> In(ProposalWorld world, Instant now) => ProcessDecider.Of(
        (state, command) =>
        {
            var due = Due(state, world, now);
            state = due.Aggregate(state, Evolve);
            var (events, answer) = command switch
            {
                ProcessCommand.TakeTurn => ProcessDecider.Told(due),
                MakeProposal c => Make(state, c, world, now),
                SignProposal c => Sign(state, c, world, now),
                _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
            };
            return (command is ProcessCommand.TakeTurn ? events : [.. due, .. events], answer);
        },
        Evolve, Proposal.Empty, now);

    /// <summary>The first local midnight after an instant, or that of a later day on which the agreement is to begin.</summary>
    public static Instant InForceAt(Instant agreed, LocalDate? begins, DateTimeZone zone)
    {
        var next = agreed.InZone(zone).Date.PlusDays(1);
        return zone.AtStartOfDay(begins is { } day && day > next ? day : next).ToInstant();
    }

    /// <summary>The state after one more event.</summary>
    public static Proposal Evolve(Proposal state, ProcessEvent happened) => ProcessDecider.After(state, happened, Apply);

    private static ImmutableArray<ProcessEvent> Due(Proposal state, ProposalWorld world, Instant now)
    {
        if (!state.IsAlive || state.Terms is not { } terms)
            return [];
        var signers = world.SignersOf(terms);
        // Where a head was replaced, those who are left may all have signed.
        if (state.Standing == Open && IsComplete(state, signers))
        {
            var agreed = new ProposalAgreed(now, InForceAt(now, terms.Begins, world.Zone));
            return [agreed, .. Due(Evolve(state, agreed), world, now)];
        }

        // Whatever took its place later than its own end changes nothing about that end.
        var end = state.Standing == Open ? state.ExpiresAt : state.InForceAt!.Value;
        if (world.Current is { } current && (current.Content != terms.Content || current.Since != state.Since) && current.Since < end)
            return Ends(new ProposalVoided(now, ByNewer: current.Content.Length > 0), LetterKind.ProposalVoided);
        if (now >= end)
        {
            return state.Standing == Open ? Ends(new ProposalExpired(now), LetterKind.ProposalExpired)
                : world.IsFit ? Ends(new ProposalInForce(now, end), LetterKind.ProposalInForce)
                : Ends(new ProposalUnfit(now), LetterKind.ProposalUnfit);
        }

        return state.Standing == Open && !state.IsReminded && now >= state.Since + Proposal.Patience
            ? [new ProposalReminded(now), .. state.Letters.Owe(
                now, LetterKind.ProposalReminder, state.Round, signers.Where(one => !state.IsSignedBy(one)))]
            : [];

        ImmutableArray<ProcessEvent> Ends(ProcessEvent how, LetterKind told) =>
            [how, .. state.Letters.Owe(now, told, state.Round, signers)];
    }

    private static (ImmutableArray<ProcessEvent> Events, Answer Answer) Make(
        Proposal state, MakeProposal asked, ProposalWorld world, Instant now) =>
        // Of two processes that read the folder at once, with clocks apart, one made what is current no more.
        (asked.Since == state.Since && state.Round > 0)
        || (world.Current is { } current && (current.Content != asked.Terms.Content || current.Since != asked.Since))
            ? ([], new Answer.AlreadyDone())
        : ([new ProposalMade(now, asked.Since, asked.Terms),
            .. state.Letters.Owe(now, LetterKind.Proposal, state.Round + 1, world.SignersOf(asked.Terms))], new Answer.Done());

    private static (ImmutableArray<ProcessEvent> Events, Answer Answer) Sign(
        Proposal state, SignProposal asked, ProposalWorld world, Instant now)
    {
        if (state.Terms is not { } terms || terms.Content != asked.Content)
            return ([], new Answer.TooLate(LateCause.Ended));
        var signers = world.SignersOf(terms);
        if (!signers.Contains(asked.By))
            return ([], new Answer.TooLate(LateCause.NotYours));
        if (state.IsSignedBy(asked.By) && (state.IsAlive || state.Standing == InForce))
            return ([], new Answer.AlreadyDone());
        if (state.Standing != Open)
            return ([], new Answer.TooLate(LateCause.Ended));
        var signed = new ProposalSigned(
            now, asked.By, terms.Content, [.. world.OfficesOf(terms).Where(one => one.Who == asked.By)]);
        return IsComplete(Evolve(state, signed), signers)
            ? ([signed, new ProposalAgreed(now, InForceAt(now, terms.Begins, world.Zone))], new Answer.Done())
            : ([signed], new Answer.Done());
    }

    /// <summary>One person never signs for both sides.</summary>
    private static bool IsComplete(Proposal state, ImmutableArray<PersonId> signers) => signers.Length > 1 && signers.All(state.IsSignedBy);

    private static Proposal Apply(Proposal state, ProcessEvent happened) => happened switch
    {
        ProposalMade e => state with
        {
            Terms = e.Terms,
            Standing = Open,
            Round = state.Round + 1,
            Since = e.Since,
            Signatures = [],
            IsReminded = false,
            InForceAt = null,
            EndedAt = null,
        },
        ProposalSigned e => state with { Signatures = state.Signatures.Add(new(e.By, e.At, e.For)) },
        ProposalAgreed e => state with { Standing = Agreed, InForceAt = e.InForceAt },
        ProposalReminded => state with { IsReminded = true },
        ProposalInForce e => state with { Standing = InForce, InForceAt = e.From },
        ProposalVoided e => state with { Standing = Voided, EndedAt = e.At },
        ProposalExpired e => state with { Standing = Expired, EndedAt = e.At },
        ProposalUnfit e => state with { Standing = Unfit, EndedAt = e.At },
        _ => state,
    };
}
