using Handoff.Benchmarks.Rivals.Floor;
using Handoff.Benchmarks.Rivals.OnHangfire;
using Handoff.Benchmarks.Rivals.OnQuartz;

// What Handoff is measured against, each a process of its own: floor | hangfire | quartz, then --urls, --data and what the rival needs.
var builder = WebApplication.CreateBuilder([.. args.Skip(1)]);
builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
WebApplication app = args.FirstOrDefault() switch
{
    "floor" => FloorApp.Build(builder),
    "hangfire" => await HangfireApp.BuildAsync(builder),
    "quartz" => await QuartzApp.BuildAsync(builder),
    _ => throw new InvalidOperationException("floor, hangfire or quartz?"),
};
app.MapGet("/readyz", () => Results.Ok());
await app.RunAsync();
