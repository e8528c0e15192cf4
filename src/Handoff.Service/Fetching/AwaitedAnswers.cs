using Handoff.Leads;
using Handoff.Qualification;
using Handoff.Service.Intake;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Fetching;

/// <summary>
/// Fetches, around the turn of a notice that is held back, the answers that it announces. What a vendor does not give is asked for again,
/// with longer and longer pauses, until marketing or the notice's thirty days end it.
/// </summary>
public sealed class AwaitedAnswers(ISourceCatalog sources, ILeadAnswers answers, LeadVault vault, IClock clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>What is to be decided of the notice; null: nothing is due, or it awaits nothing.</summary>
    public async ValueTask<RecordFetch?> FindAsync(OpenedLead opened, CancellationToken cancellation)
    {
        var lead = opened.Lead;
        if (!lead.AwaitsAnswers || lead.Quarantine!.TryAt > clock.GetCurrentInstant())
            return null;
        if (sources.Find(lead.Known.Source) is not { Fetch: not null } source)
            return new RecordFetch.Failed("the source has no token");
        var record = opened.Record ?? await vault.OpenAsync(lead.Id.Value, cancellation);
        if (record?.Form.GetValueOrDefault(KnownFields.Message) is not { } notice)
            return null;
        using var patience = new CancellationTokenSource(Longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await answers.FetchAsync(source, notice, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new RecordFetch.Failed("no answer in time");
        }
    }
}
