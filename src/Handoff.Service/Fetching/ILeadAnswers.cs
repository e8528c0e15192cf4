using Handoff.Agreements;
using Handoff.Leads;
using NodaTime;

namespace Handoff.Service.Fetching;

/// <summary>Port: asks a vendor for what its notices only announce, and puts it through the intake. The same twice is one lead.</summary>
public interface ILeadAnswers
{
    /// <summary>Fetches what a notice announces.</summary>
    /// <param name="notice">The notice as it came.</param>
    Task<RecordFetch> FetchAsync(LeadSource source, string notice, CancellationToken cancellation);

    /// <summary>Fetches whatever the source's forms took since an instant; a null answer: all of it is stored, else why not.</summary>
    Task<string?> BackfillAsync(LeadSource source, Instant since, CancellationToken cancellation);
}

/// <summary>Fetches nothing: of hosts without a way out.</summary>
public sealed class NoAnswers : ILeadAnswers
{
    /// <inheritdoc/>
    public Task<RecordFetch> FetchAsync(LeadSource source, string notice, CancellationToken cancellation) =>
        Task.FromResult<RecordFetch>(new RecordFetch.Failed("this host asks nobody"));

    /// <inheritdoc/>
    public Task<string?> BackfillAsync(LeadSource source, Instant since, CancellationToken cancellation) =>
        Task.FromResult<string?>("this host asks nobody");
}
