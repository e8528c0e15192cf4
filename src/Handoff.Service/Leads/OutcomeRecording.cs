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
    public sealed record NotNow(string Status, string Message) : OutcomeAnswer;

    /// <summary>422: a field is missing or wrong.</summary>
    public sealed record Invalid(string Field, string Message) : OutcomeAnswer;
}

/// <summary>Records outcomes from the CRM.</summary>
public sealed class OutcomeRecording
{
    /// <summary>Records one outcome.</summary>
    public Task<OutcomeAnswer> RecordAsync(string id, OutcomeReport report, CancellationToken cancellation) => throw new NotSupportedException();
}
