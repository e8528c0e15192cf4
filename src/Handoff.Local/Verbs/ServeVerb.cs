using System.Globalization;
using Handoff.Agreements;
using Handoff.Local.Agreements;
using Handoff.Local.Clocks;
using Handoff.Local.SampleData;
using Handoff.Local.Serving;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.Running;
using Handoff.Sqlite;
using Handoff.Web.Access;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff serve</c>: runs the product on this machine.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(ServeOptions options, CancellationToken cancellation)
    {
        var real = TimeProvider.System;
        switch (FolderLoader.Read(options.Agreement, Instant.FromDateTimeOffset(real.GetUtcNow())))
        {
            case FolderReading.Refused refused:
                return Tell.Mistakes(refused.Mistakes);
            case FolderReading.Loaded loaded:
                return await ServeAsync(options, loaded.Folder, real, cancellation);
            default:
                throw new InvalidOperationException("A folder is loaded or refused.");
        }
    }

    private static async Task<int> ServeAsync(
        ServeOptions options, AgreementFolder folder, TimeProvider real, CancellationToken cancellation)
    {
        try
        {
            var storeClock = new StoreClock(real);
            using var logs = LoggerFactory.Create(logging => LocalHost.Log(logging, options.Log));
            await using var store = await SqliteStore.OpenAsync(options.Data, storeClock, logs.CreateLogger<SqliteStore>(), cancellation);
            if (await Demonstration.MarkAsync(store, options.IsDemonstration, cancellation) is { } refusal)
                return Tell.Refusal(refusal);
            if (PortCheck.FindTaken(options.Urls) is { } taken)
                return Tell.Refusal(taken);
            if (options.SampleData && await Sample.FillAsync(options, folder, store, storeClock, cancellation) is { } why)
                return Tell.Refusal(why);
            var time = options.IsDemonstration ? await SetClockAsync(options, folder, store, real, cancellation) : real;
            storeClock.Follow(time);
            using var company = new CompanyInForce(store, new(store, new(store)), new ProductClock(time));
            if (await company.PutInForceAsync(folder, cancellation) is { } mistake)
                return Tell.Mistakes([new("agreement.yaml", 1, 1, mistake)]);
            await using var app = LocalHost.Build(options, store, company, time);
            await app.Services.GetRequiredService<Reconciler>().ApplyErasuresAsync(cancellation);
            await app.StartAsync(cancellation);
            Greet(app, options, company, folder.Sources[0], time);
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            // Another program was quicker.
            return Tell.Refusal(PortCheck.Say(options.Urls));
        }
        catch (Exception e) when (e is DataFolderInUseException or DataFolderVersionException or DataFolderUnusableException
            or IOException or UnauthorizedAccessException)
        {
            return Tell.Refusal(e.Message);
        }
        catch (OptionsValidationException e)
        {
            return Tell.Refusal(string.Join(Environment.NewLine, e.Failures));
        }
    }

    private static async Task<TimeProvider> SetClockAsync(
        ServeOptions options, AgreementFolder folder, SqliteStore store, TimeProvider real, CancellationToken cancellation)
    {
        var start = Demonstration.StartOf(options, folder, real);
        // A demonstration goes on where it stopped: its clock never goes back.
        if (await Demonstration.LastSeenAsync(store, cancellation) is { } last && (options.Start is null || last > start))
            start = last;
        return new FastTimeProvider(real, start.ToDateTimeOffset(), options.Speed ?? 1);
    }

    private static void Greet(WebApplication app, ServeOptions options, CompanyInForce company, LeadSource source, TimeProvider time)
    {
        var url = app.Urls.First();
        var zone = company.Agreement.TimeZone;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone);
        var lines = new List<string>
        {
            Serves(company.Agreement, company.Proposed?.Agreement),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Its clock shows {ZonedDateTimePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd HH:mm", null).Format(now)} ({zone.Id}){(
                    options.Speed is { } speed ? $" and runs {speed} times faster" : "")}."),
            "",
            $"  Start here   {url}/",
            $"  Mailbox      {url}/mailbox",
            $"  Board        {url}/board",
            $"  Health       {url}/readyz",
            $"  API          {url}/openapi/v1.json",
            "",
            "Post a lead, and watch the mailbox:",
            "",
            $"  curl {url}/api/leads/{source.Name} -H 'X-Handoff-Key: {(source.KeyIsDefault ? source.Key : "YOUR-KEY")}' " +
            @"-H 'Content-Type: application/json' \",
            """    -d '{"email":"ada@analytical.example","name":"Ada Lovelace","company":"Analytical Engines",""" +
            """ "country":"IT","form":"demo"}'""",
            "",
            $"Data: {Path.GetFullPath(options.Data)}. Stop with Ctrl+C; nothing is lost.",
        };
        lines.Add(Door(app.Services.GetRequiredService<AdminAccess>()));
        foreach (var line in lines)
            Console.WriteLine(line);
    }

    /// <summary>Which agreement counts; that of the folder may have to be signed first.</summary>
    internal static string Serves(Agreement inForce, Agreement? proposed) =>
        $"Handoff serves agreement {inForce.Version} of {inForce.Organisation.TrimEnd('.')}."
        + (proposed is null ? "" : $" {proposed.Version} of its folder is a proposal until both heads have signed it.");

    /// <summary>Who gets in, in one sentence: what is open must not be found out by somebody else first.</summary>
    internal static string Door(AdminAccess access) => access switch
    {
        { TrustsThisMachine: true } =>
            $"Without {AdminAccess.Variable} this machine sees and administers everything; nobody else does. "
            + "Set it before a proxy or tunnel leads here.",
        { IsClosed: true } =>
            $"{PublicAddress.Variable} is set and {AdminAccess.Variable} is not: the mailbox and the administration are closed, "
            + "to this machine too. Set the key.",
        _ => $"The mailbox and the administration take {AdminAccess.Variable} (Authorization: Bearer), from here too; people sign in.",
    };
}
