using Handoff.Benchmarks.Rivals.Handoffs;
using Quartz;

namespace Handoff.Benchmarks.Rivals.OnQuartz;

/// <summary>Carries out the step that the trigger names.</summary>
internal sealed class LeadJob(HandoffSteps steps) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (lead, step) = (context.MergedJobDataMap.GetString("lead")!, context.MergedJobDataMap.GetString("step")!);
        await (step switch
        {
            "offer" => steps.OfferAsync(lead, cancellationToken),
            "confirm" => steps.ConfirmAsync(lead, cancellationToken),
            var clock => steps.RungAsync(lead, clock, cancellationToken),
        });
    }
}
