using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Agreements.Signing;
using Handoff.Agreements.Words;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Company;
using Handoff.Service.Links;
using Handoff.Service.News;
using Handoff.Service.Processes;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Service.Signing;

/// <summary>A mail about a proposal.</summary>
/// <param name="Told">What it tells.</param>
/// <param name="State">The proposal as it stands.</param>
/// <param name="Changes">What it changes, in the reader's words.</param>
/// <param name="Missing">Who has not signed.</param>
/// <param name="ByNewer">Of a voided one, whether another took its place.</param>
public sealed record ProposalMail(
    LetterKind Told, Proposal State, ImmutableArray<AgreementChange> Changes, ImmutableArray<string> Missing, bool ByNewer) : LetterMail
{
    /// <inheritdoc/>
    public override string Kind => "proposal";

    /// <summary>By whose midnights it comes into force.</summary>
    public required string Zone { get; init; }
}

/// <summary>A changed agreement on its way to both heads and into force.</summary>
public sealed class ProposalProcess(
    ProcessTurns turns, LetterCourier courier, ProposalBook book, CompanyInForce company, NewsFeed news, Site site,
    IClock clock,
    ILogger<ProposalProcess> log)
    : OwnProcess<Proposal>(turns, courier)
{
    /// <inheritdoc/>
    public override StreamKind Kind => StreamKind.Proposal;

    /// <inheritdoc/>
    protected override Proposal Initial => Proposal.Empty;

    /// <summary>What a decision about a proposal rests on now.</summary>
    public async Task<ProposalWorld> WorldAsync(Proposal state, Instant now, CancellationToken cancellation)
    {
        var agreement = company.Agreement;
        var isFit = state is { Standing: ProposalStanding.Agreed, Terms: { } terms } && state.InForceAt <= now
            && (await company.CheckAsync(terms.Content, (await book.ReadAsync(terms.Content, cancellation)).Text, cancellation)).IsEmpty;
        return new(
            agreement.TimeZone, agreement.SignedByMarketing, agreement.SignedBySales, await book.FindCurrentAsync(cancellation), isFit);
    }

    /// <inheritdoc/>
    protected override async ValueTask<Decider<Proposal, ProcessCommand, ProcessEvent>> InAsync(
        StreamId stream, Proposal state, Instant now, CancellationToken cancellation) =>
        ProposalDecider.In(await WorldAsync(state, now, cancellation), now);

    /// <summary>
    /// What the ledger says is carried out here, and again after a crash between the two. One that was in force before, and is no more, is
    /// known by the one that came after it.
    /// </summary>
    protected override async ValueTask SavedAsync(StreamId stream, Proposal state, CancellationToken cancellation)
    {
        await news.FeedAsync(stream, cancellation);
        if (state is not { Terms: { } terms, InForceAt: { } from } || company.Content == terms.Content)
            return;
        if (state.Standing is not (ProposalStanding.InForce or ProposalStanding.Unfit)
            || await company.HasChangedSinceAsync(from, cancellation))
            return;
        var text = (await book.ReadAsync(terms.Content, cancellation)).Text;
        var mistakes = state.Standing == ProposalStanding.InForce
            ? await company.EnforceAsync(terms.Content, text, from, cancellation)
            : await company.CheckAsync(terms.Content, text, cancellation);
        if (mistakes.IsEmpty && state.Standing == ProposalStanding.InForce)
            log.LogInformation(LogEvents.AgreementInForce, "The signed agreement is in force: version {Version}.", terms.Version);
        if (!mistakes.IsEmpty)
            company.Refuse(mistakes);
        foreach (var mistake in mistakes)
            log.LogError(LogEvents.AgreementRefused, "The signed agreement cannot come into force: {Mistake}", mistake);
    }

    /// <inheritdoc/>
    protected override async ValueTask<LetterMail?> WriteAsync(
        StreamId stream, Proposal state, OwedLetter letter, Person reader, CancellationToken cancellation)
    {
        var asksToSign = letter.Kind is LetterKind.Proposal or LetterKind.ProposalReminder;
        if (letter.About != state.Round || state.Terms is not { } terms
            || (asksToSign && (state.Standing != ProposalStanding.Open || state.IsSignedBy(reader.Id))))
            return null;
        var now = clock.GetCurrentInstant();
        var world = await WorldAsync(state, now, cancellation);
        var pages = site.BaseAddress.AbsoluteUri;
        ImmutableArray<AgreementChange> changes = [];
        if (asksToSign)
        {
            var (before, after) = await InWordsAsync(terms.Content, reader.Language, cancellation);
            changes = new AgreementDifference(reader.Language).Between(before, after);
        }

        return new ProposalMail(
            letter.Kind, state, changes,
            [.. world.SignersOf(terms).Where(one => !state.IsSignedBy(one)).Select(one => company.NameOf(one, reader.Language))],
            ByNewer: world.Current is { Content.Length: > 0 })
        {
            Reader = reader,
            Organisation = company.Agreement.Organisation,
            Naming = company.Naming,
            Now = now,
            Zone = world.Zone.Id,
            Links = asksToSign ? [new("sign", $"{pages}agreement/sign")] : [new("agreement", $"{pages}agreement")],
        };
    }

    /// <summary>The agreement in force and the proposal, in the reader's words.</summary>
    public async Task<(ImmutableArray<AgreementTerm> InForce, ImmutableArray<AgreementTerm> Proposed)> InWordsAsync(
        string content, Language language, CancellationToken cancellation)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        return (TermsOf(company.Agreement), TermsOf((await book.ReadAsync(content, cancellation)).Agreement));

        ImmutableArray<AgreementTerm> TermsOf(Agreement agreement) =>
            AgreementTerms.Of(
                agreement, staff: null, who => company.NameOf(who, language), today, company.NamesOf(agreement).In(language));
    }
}
