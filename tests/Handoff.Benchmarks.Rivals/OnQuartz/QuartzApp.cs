using Handoff.Benchmarks.Rivals.Handoffs;
using Microsoft.Data.Sqlite;
using Quartz;

namespace Handoff.Benchmarks.Rivals.OnQuartz;

/// <summary>The handoff on Quartz.NET with SQLite: its triggers in one file, the leads in another, both durable as ours are.</summary>
internal static class QuartzApp
{
    public static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder)
    {
        var data = builder.Configuration["data"] ?? ".";
        var (leadsFile, triggersFile) = (Connection(data, "leads.db"), Connection(data, "quartz.db"));
        foreach (var file in new[] { leadsFile, triggersFile })
            await (await OpenAsync(file, CancellationToken.None)).DisposeAsync();
        var leads = new LeadTable(async cancellation => await OpenAsync(leadsFile, cancellation), "INTEGER PRIMARY KEY");
        await leads.CreateAsync(CancellationToken.None);
        builder.Services.AddSingleton(leads).AddSingleton(TimeProvider.System).AddSingleton<ILeadJobs, QuartzJobs>()
            .AddSingleton<HandoffSteps>();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(20);
            quartz.ConfigureScheduler(scheduler => scheduler.MaxBatchSize = 20);
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(triggersFile);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            });
        });
        builder.Services.AddQuartzHostedService();
        var app = builder.Build();
        HandoffRoutes.Map(app);
        return app;
    }

    private static string Connection(string data, string file) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, file), DefaultTimeout = 30 }.ToString();

    private static async Task<SqliteConnection> OpenAsync(string text, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(text);
        await connection.OpenAsync(cancellation);
        await using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
        await pragma.ExecuteNonQueryAsync(cancellation);
        return connection;
    }
}
