using Handoff.Benchmarks.Rivals.Handoffs;
using Quartz;

namespace Handoff.Benchmarks.Rivals.OnQuartz;

/// <summary>Each step of a lead is a job of its own with one trigger.</summary>
internal sealed class QuartzJobs(ISchedulerFactory schedulers) : ILeadJobs
{
    public Task OfferSoonAsync(string lead) => ScheduleAsync(lead, "offer", null);

    public Task ConfirmSoonAsync(string lead) => ScheduleAsync(lead, "confirm", null);

    public Task<string> RungAtAsync(string lead, string clock, DateTimeOffset due) => ScheduleAsync(lead, clock, due);

    public async Task CancelAsync(string job)
    {
        var scheduler = await schedulers.GetScheduler();
        await scheduler.DeleteJob(new JobKey(job));
    }

    private async Task<string> ScheduleAsync(string lead, string step, DateTimeOffset? at)
    {
        var name = $"{lead}-{step}";
        var scheduler = await schedulers.GetScheduler();
        var job = JobBuilder.Create<LeadJob>().WithIdentity(name).UsingJobData("lead", lead).UsingJobData("step", step).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(name);
        await scheduler.ScheduleJob(job, (at is { } due ? trigger.StartAt(due) : trigger.StartNow()).Build());
        return name;
    }
}
