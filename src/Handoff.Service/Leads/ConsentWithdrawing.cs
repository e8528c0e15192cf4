using Handoff.Leads;
using Handoff.Service.Asking;
using Handoff.Service.Links;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>How a link of a person stands by which consent is withdrawn.</summary>
public enum ConsentStanding
{
    /// <summary>It is none of ours, or the lead is gone.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Over,

    /// <summary>It can be used.</summary>
    Open,

    /// <summary>Consent was withdrawn, now or before.</summary>
    Withdrawn,
}

/// <summary>
/// Withdraws the consent to be contacted. A mail that goes to a lead carries the link to it, and is not sent where
/// <see cref="Lead.MayBeWrittenTo"/> says no.
/// </summary>
public sealed class ConsentWithdrawing(LeadTurns turns, AskReading asking, ILinkProtector protector, IClock clock)
{
    /// <summary>How a link stands; changes nothing.</summary>
    public async ValueTask<ConsentStanding> LookAsync(string token, CancellationToken cancellation) =>
        await StandingAsync(protector.Unprotect(token), cancellation);

    /// <summary>Withdraws it by a link.</summary>
    public async Task<ConsentStanding> UseAsync(string token, CancellationToken cancellation)
    {
        var grant = protector.Unprotect(token);
        var standing = await StandingAsync(grant, cancellation);
        if (standing != ConsentStanding.Open || grant?.Lead is not { } lead)
            return standing;
        return await WithdrawAsync(lead, byPerson: true, cancellation) ? ConsentStanding.Withdrawn : ConsentStanding.Unknown;
    }

    private async ValueTask<ConsentStanding> StandingAsync(LinkGrant? grant, CancellationToken cancellation)
    {
        if (grant is not { Purpose: LinkPurpose.Consent, Lead: { } id })
            return ConsentStanding.Unknown;
        if (clock.GetCurrentInstant() >= grant.ExpiresAt)
            return ConsentStanding.Over;
        return await turns.FindAsync(id, cancellation) switch
        {
            null or { Status: LeadStatus.Erased } => ConsentStanding.Unknown,
            { ConsentWithdrawnAt: not null } => ConsentStanding.Withdrawn,
            _ => ConsentStanding.Open,
        };
    }

    /// <summary>Withdraws it, now or before; false: there is no such lead, or it was erased.</summary>
    public async Task<bool> WithdrawAsync(LeadId lead, bool byPerson, CancellationToken cancellation)
    {
        // Whoever withdraws it is not asked about another lead either.
        var extras = await asking.NeverAsync(lead, cancellation) is { } never ? new TurnExtras { Lookups = [never] } : TurnExtras.None;
        var turn = await turns.DecideAsync(lead, [new WithdrawConsent(byPerson)], extras, opened: null, cancellation);
        return turn.Lead is not null && turn.Answer is not Answer.TooLate;
    }
}
