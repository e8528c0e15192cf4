using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Agreements.Signing;
using Handoff.Agreements.Words;
using Handoff.Figures;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Processes;
using NodaTime;

namespace Handoff.Service.Signing;

/// <summary>Somebody who has to sign a proposal, or has signed what is in force.</summary>
/// <param name="Name">In the reader's language.</param>
/// <param name="Side">For which side.</param>
/// <param name="IsNew">Whether only the proposal names them the head.</param>
/// <param name="IsAppointed">Whether the administrator appointed them in the place of a head who has left.</param>
/// <param name="SignedAt">When they signed; null: they have not.</param>
public sealed record Signer(PersonId Who, string Name, Side Side, bool IsNew, bool IsAppointed, Instant? SignedAt);

/// <summary>How the proposal that lies in the folder stands.</summary>
/// <param name="State">Open, agreed, expired or unfit.</param>
/// <param name="InForce">The version that is in force meanwhile.</param>
/// <param name="Signers">Who has to sign.</param>
public sealed record StandingProposal(Proposal State, string InForce, ImmutableArray<Signer> Signers)
{
    public ProposalTerms Terms => State.Terms!;

    /// <summary>The names of those who have not signed.</summary>
    public IEnumerable<string> Missing => Signers.Where(one => one.SignedAt is null).DistinctBy(one => one.Who).Select(one => one.Name);
}

/// <summary>A proposal as whoever signs it reads it.</summary>
/// <param name="Changes">In what it differs from the agreement in force.</param>
/// <param name="Terms">What it says.</param>
/// <param name="Effect">What it would have changed; null: there are too few leads to say.</param>
public sealed record ProposalToSign(
    StandingProposal Standing, ImmutableArray<AgreementChange> Changes, ImmutableArray<AgreementTerm> Terms, ProposedEffect? Effect);

/// <summary>Reads what is proposed, and who signed what is in force.</summary>
public sealed class ProposalReading(
    ProcessTurns turns, ProposalProcess process, ProposalBook book, CompanyInForce company, EffectReading effects)
{
    /// <summary>The proposal that lies in the folder and does not act; null: there is none.</summary>
    public async Task<StandingProposal?> CurrentAsync(Language language, CancellationToken cancellation)
    {
        if (await book.FindCurrentAsync(cancellation) is not { Content.Length: > 0 } current || current.Content == company.Content
            || await FindAsync(current.Content, cancellation) is not { Terms: { } terms } state
            || state.Standing is ProposalStanding.InForce or ProposalStanding.Voided)
            return null;
        var agreement = company.Agreement;
        return new(
            state, agreement.Version,
            [
                .. SigningOffice.Of(agreement.SignedByMarketing, agreement.SignedBySales, terms)
                    .Select(one => SignerOf(state, one, language)),
            ]);
    }

    /// <summary>The current proposal as whoever signs it reads it; null: there is none.</summary>
    public async Task<ProposalToSign?> ReadAsync(Language language, CancellationToken cancellation)
    {
        if (await CurrentAsync(language, cancellation) is not { } standing)
            return null;
        var (before, after) = await process.InWordsAsync(standing.Terms.Content, language, cancellation);
        var proposed = (await book.ReadAsync(standing.Terms.Content, cancellation)).Agreement;
        return new(
            standing, new AgreementDifference(language).Between(before, after), after, await effects.ReadAsync(proposed, cancellation));
    }

    /// <summary>Who signed the agreement in force, for which side; none: it came into force without.</summary>
    public async Task<ImmutableArray<Signer>> SignaturesAsync(Language language, CancellationToken cancellation) =>
        await FindAsync(company.Content, cancellation) is { Standing: ProposalStanding.InForce } state
            ? [.. state.Signatures.SelectMany(one => one.For).Select(one => SignerOf(state, one, language))] : [];

    private Signer SignerOf(Proposal state, SigningOffice office, Language language) => new(
        office.Who, company.NameOf(office.Who, language), office.Side, office.IsNext, company.AppointedFor(office.Side) == office.Who,
        state.Signatures.FirstOrDefault(signature => signature.By == office.Who)?.At);

    private Task<Proposal?> FindAsync(string content, CancellationToken cancellation) =>
        turns.FindAsync<Proposal>(ProposalBook.StreamOf(content), cancellation);
}
