using System.Globalization;
using Handoff.Leads;
using Handoff.Service.Turns;
using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>What the CRM says became of a lead; all as text and numbers, the use case judges it.</summary>
public sealed record OutcomeReport(string? Outcome, decimal? Amount, string? Currency, string? Reason);

/// <summary>What became of the report.</summary>
public abstract record OutcomeAnswer
{
    /// <summary>200: recorded, or had been recorded before.</summary>
    public sealed record Recorded(LeadView Lead) : OutcomeAnswer;

    /// <summary>404: no such lead.</summary>
    public sealed record UnknownLead : OutcomeAnswer;

    /// <summary>409: the lead is not in a status that can have this outcome; <c>Status</c> is its present word.</summary>
    /// <param name="IsTooEarly">Whether it can have it later.</param>
    public sealed record NotNow(string Status, string Message, bool IsTooEarly = false) : OutcomeAnswer;

    /// <summary>422: a field is missing or wrong.</summary>
    public sealed record Invalid(string Field, string Message) : OutcomeAnswer;
}

/// <summary>Records outcomes from the CRM.</summary>
public sealed class OutcomeRecording(LeadTurns turns, LeadLedger ledger, IClock clock)
{
    public const int LongestReason = 10_000;

    public async Task<OutcomeAnswer> RecordAsync(string id, OutcomeReport report, CancellationToken cancellation)
    {
        if (LeadWords.OutcomeOf(report.Outcome) is not { } outcome)
            return new OutcomeAnswer.Invalid("outcome", "Send qualified, won or lost.");
        if (report.Amount is { } amount && !LeadAmount.IsAmount(amount))
            return new OutcomeAnswer.Invalid("amount", "Send an amount from 0 to 1,000,000,000,000.");
        if (report.Currency is { } currency && !LeadAmount.IsCurrency(currency))
            return new OutcomeAnswer.Invalid("currency", "Send the three letters of ISO 4217, such as EUR.");
        if (report.Reason?.Length > LongestReason)
            return new OutcomeAnswer.Invalid(
                "reason", string.Create(CultureInfo.InvariantCulture, $"Send at most {LongestReason} characters."));
        var hasReason = !string.IsNullOrWhiteSpace(report.Reason);
        var command = new RecordOutcome(outcome, report.Amount, report.Currency?.ToUpperInvariant(), hasReason);
        var extras = hasReason
            ? new TurnExtras { Note = new(clock.GetCurrentInstant(), "crm", "outcome", report.Reason!.Trim()) }
            : TurnExtras.None;
        var turn = await turns.DecideAsync(new(id), [command], extras, opened: null, cancellation);
        if (turn.Lead is not { } lead)
            return new OutcomeAnswer.UnknownLead();
        return turn.Answer switch
        {
            Answer.TooLate late => new OutcomeAnswer.NotNow(lead.Status.Word(), late.Cause == LateCause.NotYet
                ? "Nobody has accepted the lead yet: an outcome comes after acceptance."
                : "The lead has ended with another outcome; it stays as it is.", late.Cause == LateCause.NotYet),
            _ => new OutcomeAnswer.Recorded(
                await ledger.FindAsync(id, cancellation) ?? throw new InvalidOperationException("The lead was there.")),
        };
    }
}
