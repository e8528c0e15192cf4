using Handoff.Benchmarks.Rivals.Handoffs;
using Hangfire;

namespace Handoff.Benchmarks.Rivals.OnHangfire;

/// <summary>Jobs in Hangfire's tables. Its client has no asynchronous calls.</summary>
internal sealed class HangfireJobs(IBackgroundJobClient client) : ILeadJobs
{
    public Task OfferSoonAsync(string lead)
    {
        client.Enqueue<HandoffSteps>(steps => steps.OfferAsync(lead, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task ConfirmSoonAsync(string lead)
    {
        client.Enqueue<HandoffSteps>(steps => steps.ConfirmAsync(lead, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task<string> RungAtAsync(string lead, string clock, DateTimeOffset due) =>
        Task.FromResult(client.Schedule<HandoffSteps>(steps => steps.RungAsync(lead, clock, CancellationToken.None), due));

    public Task CancelAsync(string job)
    {
        client.Delete(job);
        return Task.CompletedTask;
    }
}
