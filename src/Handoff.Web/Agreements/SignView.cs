using System.Collections.Immutable;
using Handoff.Agreements.Signing;
using Handoff.Agreements.Words;
using Handoff.Service.Signing;
using Handoff.Web.Design;
using Handoff.Web.Desk;

namespace Handoff.Web.Agreements;

/// <summary>What came of a post.</summary>
public enum SignNotice
{
    None,
    Done,
    TooLate,
    NotYours,
}

/// <summary>What the page of a proposal shows.</summary>
/// <param name="Page">The proposal; null: nothing is proposed.</param>
/// <param name="Zone">Whose midnights count.</param>
public sealed record SignView(DeskView Desk, ProposalToSign? Page, string Zone, SignNotice Notice)
{
    public ProposalTexts Texts => new(Desk.Viewer.Language);

    internal EffectTexts Effects => new(Desk.Viewer.Names);

    internal AgreementTexts Chapters => new(Desk.Viewer.Language);

    /// <summary>The reader among those who sign; null: the reader is none of them.</summary>
    internal Signer? Reader => Desk.Viewer.Person is { } person
        ? Page?.Standing.Signers.FirstOrDefault(signer => signer.Who == person.Id) : null;

    /// <summary>Whether the reader is asked to sign.</summary>
    internal bool MaySign => Reader is { SignedAt: null } && Page?.Standing.State.Standing == ProposalStanding.Open;

    internal string Standing => Texts.Standing(Page!.Standing, Desk.Time);

    internal Tone Tone => Page?.Standing.State.Standing switch
    {
        ProposalStanding.Agreed => Tone.Met,
        ProposalStanding.Expired or ProposalStanding.Unfit => Tone.Breached,
        _ => Tone.AtRisk,
    };

    internal (Tone Tone, string Says)? Told => Notice switch
    {
        SignNotice.Done => (Tone.Met, Texts.Thanks),
        SignNotice.TooLate => (Tone.AtRisk, Texts.TooLate),
        SignNotice.NotYours => (Tone.AtRisk, Texts.NotYours),
        _ when Page is not null && Reader is null => (Tone.Still, Texts.NotYours),
        _ when Reader is { SignedAt: not null } => (Tone.Met, Texts.SignedAlready),
        _ => null,
    };

    internal IEnumerable<IGrouping<AgreementChapter, AgreementTerm>> Terms =>
        (Page?.Terms ?? ImmutableArray<AgreementTerm>.Empty).Where(term => !term.IsForComparing).GroupBy(term => term.Chapter);
}
