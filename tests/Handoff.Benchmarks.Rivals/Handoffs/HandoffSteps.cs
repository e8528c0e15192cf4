using System.Security.Cryptography;

namespace Handoff.Benchmarks.Rivals.Handoffs;

/// <summary>
/// The steps of a rival's handoff. One rung is scheduled at a time, as ours has one next wake-up: what a scheduler costs least.
/// </summary>
internal sealed class HandoffSteps(LeadTable leads, ILeadJobs jobs, TimeProvider time)
{
    private static readonly TimeSpan FirstRung = TimeSpan.FromHours(12);

    public async Task<string?> ReceiveAsync(PostedLead lead, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7().ToString("N");
        if (!await leads.InsertAsync(id, lead, time.GetUtcNow(), cancellation))
            return null;
        await jobs.OfferSoonAsync(id);
        return id;
    }

    public async Task OfferAsync(string lead, CancellationToken cancellation)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        // The rung first: a rung without an offer is harmless, an offer without its rung is the lost lead.
        await leads.SetJobAsync(lead, await jobs.RungAtAsync(lead, "accept", time.GetUtcNow() + FirstRung), cancellation);
        await leads.OfferAsync(lead, token, time.GetUtcNow(), cancellation);
    }

    /// <summary>Accepts; false: too late.</summary>
    public async Task<bool> AcceptAsync(string token, CancellationToken cancellation)
    {
        if (await leads.AcceptAsync(token, time.GetUtcNow(), cancellation) is not var (lead, job))
            return false;
        if (job is not null)
            await jobs.CancelAsync(job);
        await leads.SetJobAsync(lead, await jobs.RungAtAsync(lead, "first_contact", time.GetUtcNow() + FirstRung), cancellation);
        await jobs.ConfirmSoonAsync(lead);
        return true;
    }

    public Task ConfirmAsync(string lead, CancellationToken cancellation) => leads.ConfirmAsync(lead, time.GetUtcNow(), cancellation);

    public Task RungAsync(string lead, string clock, CancellationToken cancellation) =>
        leads.RungAsync(lead, clock, time.GetUtcNow(), cancellation);
}
