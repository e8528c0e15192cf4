using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Asking;

/// <summary>What the page of a lead's person shows. It names nobody: who has the link may be somebody else.</summary>
/// <param name="Organisation">Who asks.</param>
/// <param name="IsOver">Whether nothing can be answered any more.</param>
/// <param name="Called">What was answered last; null: nothing.</param>
/// <param name="MayWithdraw">Whether there is a consent to withdraw.</param>
/// <param name="IsWithdrawn">Whether it was withdrawn.</param>
public sealed record AskPage(Language Language, string Organisation, bool IsOver, bool? Called, bool MayWithdraw, bool IsWithdrawn);

/// <summary>What came of a post of the page.</summary>
public enum AskResult
{
    Done,

    /// <summary>The form says nothing that can be answered.</summary>
    Invalid,

    /// <summary>The link's time is over, or the lead is gone.</summary>
    Over,
}

/// <summary>Shows the question to whoever sent a lead and takes the answer. Opening never acts (promise 6).</summary>
public sealed class AskAnswers(LeadTurns turns, ConsentWithdrawing consent, CompanyInForce company, IClock clock)
{
    /// <summary>The page of a link; null: it leads nowhere.</summary>
    public async Task<AskPage?> OpenAsync(LinkGrant grant, CancellationToken cancellation) =>
        grant is { Purpose: LinkPurpose.Ask, Lead: { } id } && await turns.FindAsync(id, cancellation) is { } lead
            ? PageOf(grant, lead) : null;

    /// <summary>Takes what was posted: <c>yes</c>, <c>no</c> or <c>withdraw</c>.</summary>
    public async Task<(AskPage Page, AskResult Result)?> AnswerAsync(LinkGrant grant, string? answer, CancellationToken cancellation)
    {
        if (await OpenAsync(grant, cancellation) is not { } before || grant.Lead is not { } id)
            return null;
        if (before.IsOver)
            return (before, AskResult.Over);
        bool? isTaken = answer switch
        {
            "yes" => await RecordAsync(id, called: true, cancellation),
            "no" => await RecordAsync(id, called: false, cancellation),
            "withdraw" when before.MayWithdraw => await consent.WithdrawAsync(id, byPerson: true, cancellation),
            _ => null,
        };
        if (isTaken is not { } taken)
            return (before, AskResult.Invalid);
        return taken && await OpenAsync(grant, cancellation) is { } after
            ? (after, AskResult.Done) : (before with { IsOver = true }, AskResult.Over);
    }

    private async Task<bool> RecordAsync(LeadId lead, bool called, CancellationToken cancellation) =>
        (await turns.DecideAsync(lead, new AnswerAsk(called), cancellation)).Answer is Answer.Done or Answer.AlreadyDone;

    private AskPage PageOf(LinkGrant grant, Lead lead)
    {
        var agreement = company.Agreement;
        var isOver = lead.Status == LeadStatus.Erased || grant.ExpiresAt <= clock.GetCurrentInstant() || lead.Ask is not { Message: > 0 };
        return new(
            AskPost.LanguageOf(lead, agreement.Language), agreement.Organisation, isOver, lead.Ask?.Called,
            lead.Ask is { IsByConsent: true }, lead.Ask is { IsWithdrawn: true });
    }
}
