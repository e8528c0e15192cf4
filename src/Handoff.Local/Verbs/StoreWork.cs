using Handoff.Local.Agreements;
using Handoff.Local.Clocks;
using Handoff.Local.Serving;
using Handoff.Service;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Sqlite;
using Handoff.Web.Mail;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Handoff.Local.Verbs;

/// <summary>Work of the use cases on a data folder that nothing serves.</summary>
internal static class StoreWork
{
    /// <summary>Opens the folder, puts the agreement in force, does the work, and closes it.</summary>
    /// <param name="data">The data folder; made when it is not there.</param>
    /// <param name="error">Where a refusal is told.</param>
    /// <param name="inUse">What to do besides, when a host serves the folder.</param>
    public static async Task<int> RunAsync(
        string data, string agreement, Func<SqliteStore, IServiceProvider, Task<int>> work, TextWriter error, string inUse,
            CancellationToken cancellation)
    {
        try
        {
            var real = TimeProvider.System;
            var storeClock = new StoreClock(real);
            await using var store = await SqliteStore.OpenAsync(data, storeClock, cancellation: cancellation);
            var last = await Demonstration.LastSeenAsync(store, cancellation);
            // A demonstration's ledger goes on at its own time.
            TimeProvider time = last is { } seen && seen.ToDateTimeOffset() > real.GetUtcNow()
                ? new FastTimeProvider(real, seen.ToDateTimeOffset(), 1) : real;
            storeClock.Follow(time);
            var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton<IClock>(new ProductClock(time))
                .AddSqliteStore(store);
            services.AddHandoffService().AddSingleton<IWakeUps, NoWakeUps>();
            services.AddHandoffMails().AddSingleton<IMailTransport, NoTransport>();
            // Where the host is to be reached, for the few commands that make something known: the others do not ask.
            services.AddSingleton(
                _ => PublicAddress.Read(Environment.GetEnvironmentVariable(PublicAddress.Variable), CommandLine.UsualUrl).Site);
            await using var provider = services.BuildServiceProvider();
            var company = provider.GetRequiredService<CompanyInForce>();
            var mistakes =
                await FolderLoader.PutInForceAsync(company, agreement, Instant.FromDateTimeOffset(time.GetUtcNow()), cancellation);
            return mistakes.IsEmpty ? await work(store, provider) : Tell.Mistakes(mistakes, error);
        }
        catch (DataFolderInUseException e)
        {
            return Tell.Refusal(e.Message + inUse, error);
        }
        catch (Exception e) when (e is DataFolderVersionException or DataFolderUnusableException)
        {
            return Tell.Refusal(e.Message, error);
        }
        catch (OptionsValidationException e)
        {
            return Tell.Refusal(string.Join(Environment.NewLine, e.Failures), error);
        }
    }

    /// <summary>Nothing is sent here: who serves the folder next delivers what is owed.</summary>
    private sealed class NoTransport : IMailTransport
    {
        public string Name => "none";

        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
            throw new InvalidOperationException("A command sends no mail.");
    }

    /// <summary>Nothing runs here: whoever serves the folder next finds what is due.</summary>
    private sealed class NoWakeUps : IWakeUps
    {
        public void Saved(SavedTurn turn)
        {
        }

        public void Nudge(StreamId stream, Instant at)
        {
        }
    }
}
