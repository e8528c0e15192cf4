using Handoff.Local.Agreements;
using Handoff.Local.Clocks;
using Handoff.Service;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Sqlite;
using NodaTime;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff erase</c> and <c>handoff rebuild</c>: work on a data folder that nothing serves.</summary>
internal static class StoreVerbs
{
    /// <summary>Erases a lead's personal data.</summary>
    public static Task<int> EraseAsync(string data, string agreement, string id, CancellationToken cancellation) =>
        OnStoreAsync(data, agreement, async services =>
        {
            if (!await services.GetRequiredService<LeadErasure>().EraseAsync(id, cancellation))
                return Tell.Refusal($"There is no lead {id} in {data}.");
            Console.WriteLine($"Lead {id} is erased: its personal data is destroyed, the figures stay.");
            return 0;
        }, cancellation);

    /// <summary>Writes projections anew from the events.</summary>
    public static Task<int> RebuildAsync(string data, string agreement, CancellationToken cancellation) =>
        OnStoreAsync(data, agreement, async services =>
        {
            var report = await services.GetRequiredService<LedgerRebuild>().RebuildAsync(cancellation);
            Console.WriteLine($"{report.Streams} streams replayed, {report.Mended} heads mended, {report.Rotas} rotas written.");
            return 0;
        }, cancellation);

    private static async Task<int> OnStoreAsync(string data, string agreement, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(data, "handoff.db")))
            return Tell.Refusal($"There is no data in {data}. Name the folder that `handoff serve --data` uses.");
        try
        {
            var real = TimeProvider.System;
            var storeClock = new StoreClock(real);
            await using var store = await SqliteStore.OpenAsync(data, storeClock, cancellation: cancellation);
            var last = await Demonstration.LastSeenAsync(store, cancellation);
            // A demonstration's ledger goes on at its own time.
            TimeProvider time = last is { } seen && seen.ToDateTimeOffset() > real.GetUtcNow() ? new FastTimeProvider(real, seen.ToDateTimeOffset(), 1) : real;
            storeClock.Follow(time);
            var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton<IClock>(new ProductClock(time)).AddSqliteStore(store);
            services.AddHandoffService().AddSingleton<IWakeUps, NoWakeUps>();
            await using var provider = services.BuildServiceProvider();
            var company = provider.GetRequiredService<CompanyInForce>();
            var mistakes = await FolderLoader.PutInForceAsync(company, agreement, Instant.FromDateTimeOffset(time.GetUtcNow()), cancellation);
            return mistakes.IsEmpty ? await work(provider) : Tell.Mistakes(mistakes);
        }
        catch (Exception e) when (e is DataFolderInUseException or DataFolderVersionException)
        {
            return Tell.Refusal(e.Message);
        }
    }

    /// <summary>Nothing runs here: whoever serves the folder next finds what is due.</summary>
    private sealed class NoWakeUps : IWakeUps
    {
        public void Begin(StreamId stream, Instant at)
        {
        }

        public void Nudge(StreamId stream, Instant at)
        {
        }

        public void End(StreamId stream)
        {
        }
    }
}
