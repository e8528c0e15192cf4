using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Handoff.Local.Agreements;
using Handoff.Local.Serving;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.People;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Xunit;

namespace Handoff.Local.Tests.Hosting;

/// <summary>
/// The embedded host as <c>handoff serve</c> builds it: a real Kestrel on a free port, a real data folder, the sample agreement. Only its
/// clock is the test's: it stands still until it is moved on.
/// </summary>
public sealed class RunningHost : ProductHost, IProductHost<RunningHost>
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private const int MostLooks = 6_000;
    private static readonly TimeSpan QuickLook = TimeSpan.FromMilliseconds(2);
    private const int MostQuickLooks = 60_000;

    /// <summary>More parts of channels than any test's folder has.</summary>
    private const int MostChannelParts = 100;

    private readonly SqliteStore _store;
    private readonly CompanyInForce _company;
    private readonly WebApplication _app;
    private readonly FakeTimeProvider _time;
    private bool _keepsFolder;
    private string? _agreement;

    private RunningHost(string folder, SqliteStore store, CompanyInForce company, WebApplication app, FakeTimeProvider time, HeardLog log)
    {
        (Folder, _store, _company, _app, _time, Log) = (folder, store, company, app, time, log);
        Http = Asked.Client(app.Urls.First());
        Routes = [.. ProductRoute.Of(app)];
    }

    /// <summary>Monday 2026-11-30, 10:00 in Rome: the office is open from 09:00 to 13:00 and from 14:00 to 18:00.</summary>
    public static DateTimeOffset MondayAtTen { get; } = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    public string Folder { get; }

    public override HeardLog Log { get; }

    /// <summary>This machine itself administers without a key.</summary>
    public override HttpClient Http { get; }

    public override HttpClient Visitor => Http;

    public override string PublicUrl => "http://127.0.0.1";

    public override IReadOnlyList<ProductRoute> Routes { get; }

    /// <summary>What the host works with.</summary>
    public override IServiceProvider Services => _app.Services;

    public override DateTimeOffset Now => _time.GetUtcNow();

    public static Task<RunningHost> StartAsync() => StartAsync(Directory.CreateTempSubdirectory("handoff-").FullName, MondayAtTen);

    static Task<RunningHost> IProductHost<RunningHost>.StartAsync() =>
        StartAsync(Directory.CreateTempSubdirectory("handoff-").FullName, Monday);

    /// <summary>Starts one whose settings are not all the defaults.</summary>
    public static Task<RunningHost> StartAsync(IReadOnlyDictionary<string, string?> settings) =>
        StartAsync(Directory.CreateTempSubdirectory("handoff-").FullName, MondayAtTen, settings: settings);

    /// <param name="folder">The data folder.</param>
    /// <param name="now">Where the clock stands.</param>
    /// <param name="url">Where to listen, for who follows the links of mails; a free port if not said.</param>
    /// <param name="settings">Settings of the host.</param>
    /// <param name="patience">How long slow clients are waited for; the usual if not said.</param>
    /// <param name="agreement">The agreement folder; the sample if not said.</param>
    internal static async Task<RunningHost> StartAsync(
        string folder, DateTimeOffset now, string url = "http://127.0.0.1:0", IReadOnlyDictionary<string, string?>? settings = null,
            Patience? patience = null, string? agreement = null)
    {
        var time = new FakeTimeProvider(now);
        var clock = new ProductClock(time);
        var options = new ServeOptions(url, folder, agreement ?? FolderLoader.Sample, Start: null, Speed: null);
        var store = await SqliteStore.OpenAsync(folder, clock);
        var company = new CompanyInForce(store, new(store, new(store), PersonId.Of), clock);
        if (FolderLoader.Read(options.Agreement, Instant.FromDateTimeOffset(now)) is not FolderReading.Loaded sample)
            throw new InvalidOperationException("The sample is sound.");
        if (await company.PutInForceAsync(sample.Folder, default) is { } why)
            throw new InvalidOperationException(why);
        var log = new HeardLog();
        var all = new Dictionary<string, string?>(OpenIdProvider.Shared.Settings, StringComparer.Ordinal)
        {
            [SendGridPosts.Setting.Key] = SendGridPosts.Setting.Value,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            all[name] = value;
        var app = LocalHost.Build(options, store, company, time, all, patience);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await app.Services.GetRequiredService<Reconciler>().ApplyErasuresAsync(default);
        await app.StartAsync();
        var host = new RunningHost(folder, store, company, app, time, log) { _agreement = agreement };
        await host.SettleAsync();
        return host;
    }

    /// <summary>Moves the clock on, a step at a time; after each, what fell due is carried out before the next.</summary>
    public override async Task AdvanceAsync(TimeSpan by, TimeSpan? step = null)
    {
        var most = step ?? TimeSpan.FromSeconds(30);
        for (var left = by; left > TimeSpan.Zero; left -= most)
        {
            _time.Advance(left < most ? left : most);
            await SettleAsync();
        }
    }

    /// <summary>Moves the clock on and waits for nothing.</summary>
    public void MoveOn(TimeSpan by) => _time.Advance(by);

    /// <summary>Waits until nothing is due but what is sent to channels.</summary>
    public Task SettleLeadsAsync() => UntilAsync(
        async () => (await DueAsync(MostChannelParts + 1)).All(one => one.Stream.Kind == StreamKind.Channel), QuickLook, MostQuickLooks,
        "Leads wait");

    /// <summary>Somebody sets the machine's clock back; what sleeps sleeps on as long as it was told.</summary>
    public Task SetClockBackAsync(TimeSpan by)
    {
        _time.AdjustTime(Now - by);
        return SettleAsync();
    }

    /// <summary>Waits until nothing is due and nothing runs.</summary>
    public override Task SettleAsync()
    {
        var runner = _app.Services.GetRequiredService<ReadyStreams>();
        return UntilAsync(
            async () => runner.Busy == 0 && (await DueAsync(1)).Count == 0, Look, MostLooks, "The host does not settle");
    }

    /// <summary>The files say something else of who sells: in force from the next turn of each open lead.</summary>
    public override async Task ChangeStaffAsync(Func<Staff, Staff> change)
    {
        if (FolderLoader.Read(FolderLoader.Sample, Instant.FromDateTimeOffset(Now)) is not FolderReading.Loaded sample)
            throw new InvalidOperationException("The sample is sound.");
        var folder = sample.Folder.WithTestIds();
        if (await _company.PutInForceAsync(folder with { Staff = change(folder.Staff) }, default) is { } why)
            throw new InvalidOperationException(why);
        await _app.Services.GetRequiredService<AbsenceBook>().WakeAsync(_ => true, default);
        await SettleAsync();
    }

    public override async Task ChangeFilesAsync(
        Func<ImmutableDictionary<string, string>, ImmutableDictionary<string, string>> change)
    {
        await ReadAsync(FolderLoader.Sample, change);
        await SettleAsync();
    }

    public override async Task<SeenMail[]> MailsAsync() =>
        [.. (await Http.GetFromJsonAsync<SeenMail[]>("/mailbox/messages.json", JsonSerializerOptions.Web))!.Reverse()];

    public override Task<string> HtmlOfAsync(SeenMail mail) => Http.GetStringAsync(new Uri($"/mailbox/{mail.Id}/html", UriKind.Relative));

    public override async IAsyncEnumerable<(string Where, byte[] Bytes)> StoredAsync()
    {
        // Nobody else can open the lock; nothing is in it.
        foreach (var path in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            // The store has the files open and allows reading beside it.
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            yield return (path, bytes);
        }
    }

    public override Task<Reader> WatcherAsync() => Task.FromResult(Reader.AtTheMachine(this));

    /// <summary>The greeting with its form, and the mailbox.</summary>
    public override async Task ServeOwnAsync()
    {
        var mail = (await MailsAsync())[0];
        foreach (var path in new[] { "/", "/mailbox", $"/mailbox/{mail.Id}/html" })
            Assert.Equal((path, HttpStatusCode.OK), (path, (await this.OpenAsync(path)).Status));
        Assert.Equal(HttpStatusCode.OK, (await this.OpenAsync("/", "HEAD")).Status);
        var posted = await Reader.AtTheMachine(this)
            .PostAsync("/", ("email", "eve@greeted.example"), ("name", "Eve"), ("company", "Greeted"), ("form", "demo"));
        Assert.True(posted.Status is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{posted.Status}");
        await SettleAsync();
    }

    public override IReadOnlyList<string> OwnAddresses(SeenMail mail) =>
    [
        "/", "/mailbox", "/mailbox/messages.json", "/mailbox/none/html", $"/mailbox/{mail.Id}/html",
        "/nothing", "/api/events/sendgrid", "/signout", "/leads",
    ];

    /// <summary>
    /// Ends as a process that is killed: the store closes under the host, which goes on with nothing; then another host starts later.
    /// </summary>
    public async Task<RunningHost> CrashAndStartAgainAsync(TimeSpan later)
    {
        _keepsFolder = true;
        // Closing is what the system does with the files of a process that ends; the host itself is not told.
        await _store.DisposeAsync();
        return await StartAsync(Folder, Now + later, agreement: _agreement);
    }

    /// <summary>Stops the host and closes its files, which stay.</summary>
    public async Task StopAsync()
    {
        _keepsFolder = true;
        await CloseAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (!_keepsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private async Task CloseAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _company.Dispose();
        await _store.DisposeAsync();
    }

    private ValueTask<IReadOnlyList<PassedWakeUp>> DueAsync(int most) =>
        _app.Services.GetRequiredService<IStreamStore>().FindDueAsync(Instant.FromDateTimeOffset(Now), most, default);

    private async Task UntilAsync(Func<Task<bool>> seen, TimeSpan look, int most, string otherwise)
    {
        for (var looks = 0; looks < most; looks++)
        {
            if (await seen())
                return;
            await Task.Delay(look, TimeProvider.System);
        }

        throw new TimeoutException($"{otherwise} at {Now:u}. The host logged:\n{Log.Text}");
    }
}
