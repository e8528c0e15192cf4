using System.Globalization;
using Handoff.Local.Clocks;
using Handoff.Local.Serving;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.Running;
using Handoff.Sqlite;
using NodaTime;

namespace Handoff.Local.SampleData;

/// <summary>Fills the folder of a demonstration once, so that every page has something to show in the first minute.</summary>
internal static class Sample
{
    private const string Filled = "sample";
    private const int Seed = 20261130;

    /// <summary>Fills an empty folder up to the instant at which the demonstration starts; a filled one stays as it is.</summary>
    /// <returns>Null, or why the folder cannot be filled.</returns>
    public static async Task<string?> FillAsync(
        ServeOptions options, AgreementFolder folder, SqliteStore store, StoreClock storeClock, CancellationToken cancellation,
        int weeks = SampleQuarter.Weeks)
    {
        if (await store.FindValueAsync(Filled, cancellation) is { } filled)
            return filled == "yes" ? null : "This data folder was being filled when it was stopped. Delete it, and start again.";
        if (await store.FindNextWakeUpAsync(cancellation) is not null || await Demonstration.LastSeenAsync(store, cancellation) is not null)
            return "This data folder is in use: only an empty one is filled with sample data. Give another folder with --data.";
        await store.SaveValueAsync(Filled, "begun", cancellation);
        var end = Demonstration.StartOf(options, folder, TimeProvider.System);
        var start = end - Duration.FromDays(7 * weeks);
        var clock = new SampleClock(start.ToDateTimeOffset());
        storeClock.Follow(clock);
        using var company = new CompanyInForce(store, new(store, new(store)), new ProductClock(clock));
        if (await company.PutInForceAsync(folder, cancellation) is { } why)
            return why;
        Console.WriteLine("Filling the data folder with a quarter of sample leads; this takes half a minute.");
        var began = TimeProvider.System.GetTimestamp();
        // Whatever the environment says: nobody is written to about people who do not exist.
        await using var host = LocalHost.Build(
            options, store, company, clock, new Dictionary<string, string?>(StringComparer.Ordinal) { ["HANDOFF_MAIL"] = "mailbox" });
        var leads = await new SampleQuarter(host.Services, clock, folder.Sources[0], start, weeks, Seed).FillAsync(cancellation);
        await store.SaveValueAsync(Filled, "yes", cancellation);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{leads} leads in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s."));
        return null;
    }
}
