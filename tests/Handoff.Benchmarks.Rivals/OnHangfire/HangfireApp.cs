using Handoff.Benchmarks.Rivals.Handoffs;
using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;

namespace Handoff.Benchmarks.Rivals.OnHangfire;

/// <summary>The handoff on Hangfire with PostgreSQL; <c>--postgres</c>: the connection to an empty database.</summary>
internal static class HangfireApp
{
    public static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder)
    {
        var connection = builder.Configuration["postgres"] ?? throw new InvalidOperationException("--postgres?");
        var source = NpgsqlDataSource.Create(connection);
        var leads = new LeadTable(async cancellation => await source.OpenConnectionAsync(cancellation), "BIGSERIAL PRIMARY KEY");
        await leads.CreateAsync(CancellationToken.None);
        builder.Services.AddSingleton(source).AddSingleton(leads).AddSingleton(TimeProvider.System).AddSingleton<ILeadJobs, HangfireJobs>()
            .AddSingleton<HandoffSteps>();
        builder.Services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            // Its workers look every 15 s unless told: here they are notified, and look often.
            .UsePostgreSqlStorage(postgres => postgres.UseNpgsqlConnection(connection), new PostgreSqlStorageOptions
            {
                QueuePollInterval = TimeSpan.FromMilliseconds(50),
                EnableLongPolling = true,
            }));
        builder.Services.AddHangfireServer(server => server.WorkerCount = 20);
        var app = builder.Build();
        HandoffRoutes.Map(app);
        return app;
    }
}
