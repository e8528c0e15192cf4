using System.Collections.Immutable;
using System.Net;
using Handoff.Acceptance.Hosting;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.Mail;
using Handoff.Service.People;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Web;
using HandoffFunctions.Hosting;
using HandoffFunctions.Orchestrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace HandoffFunctions.Tests.Engine;

/// <summary>The app as deployed, for the suite that the embedded host passes too. Mails are read from the store's copies.</summary>
public abstract class FunctionsHost : ProductHost
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ShortestStep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(2);
    private const string Watcher = "paolo.conti@acme.example";
    private const int MostLooks = 1_500;
    private const int LooksForANudge = 50;

    // They are the same in every app, and to make them costs more than most tests.
    private static readonly Lazy<IReadOnlyList<ProductRoute>> AllRoutes = new(() => [.. RoutesBehindTheFunctions()]);

    private readonly BuiltApp _app;
    private readonly FakeTimeProvider _time;
    private readonly MailsInOrder _mails;
    private (int Writes, DateTimeOffset? At)? _coming;

    private protected FunctionsHost((BuiltApp App, FakeTimeProvider Time) built)
    {
        (_app, _time) = built;
        _mails = (MailsInOrder)_app.Services.GetRequiredService<IMailTransport>();
        (Http, Visitor) = (Asked.Client(_app.Address), Asked.Client(_app.Address));
        Http.DefaultRequestHeaders.Authorization = new("Bearer", Deployment.AdminKey);
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    public sealed override HttpClient Http { get; }

    public sealed override HttpClient Visitor { get; }

    public override string PublicUrl => "https://handoff.example/";

    public override IServiceProvider Services => _app.Services;

    public sealed override HeardLog Log { get; } = new();

    public override DateTimeOffset Now => _time.GetUtcNow();

    public sealed override IReadOnlyList<ProductRoute> Routes => AllRoutes.Value;

    public override async Task AdvanceAsync(TimeSpan by, TimeSpan? step = null)
    {
        for (var (left, next) = (by, TimeSpan.Zero); left > TimeSpan.Zero; left -= next)
        {
            var coming = await WakeUpAsync();
            next = step is null ? Step(coming, left) : left < step ? left : step.Value;
            _time.Advance(next);
            if (coming <= Now)
            {
                await FireTimersAsync();
                await SettleAsync();
            }

            await TellAsync(() => _app.Services.GetRequiredService<Reconciler>().ReconcileAsync(default));
            await SettleAsync();
        }
    }

    public override async Task SettleAsync()
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            if (_app.IsIdle && (await DueAsync()).Count == 0 && _app.IsIdle)
                return;
            // A nudge may be lost, and then the reconciler tells the orchestration once more.
            if (looks % LooksForANudge == LooksForANudge - 1)
                await FireTimersAsync();
            await Task.Delay(Look, TimeProvider.System);
        }

        var due = string.Join(", ", await DueAsync());
        throw new TimeoutException($"The app does not settle at {Now:u}; busy: {!_app.IsIdle}, due: {due}. It logged:\n{Log.Text}");
    }

    public override async Task<SeenMail[]> MailsAsync() =>
        [.. (await Mailbox.ListAsync(10_000, default)).OrderBy(mail => _mails.Place(mail.Id)).Select(mail => new SeenMail(
            mail.Id, mail.Kind, mail.To, mail.Subject, mail.At.ToDateTimeOffset(), mail.Text,
            [.. mail.Links.Select(link => new SeenLink(link.Rel, link.Href))]))];

    public override async Task<string> HtmlOfAsync(SeenMail mail) => (await Mailbox.FindAsync(mail.Id, default))!.Html;

    public override async Task ChangeStaffAsync(Func<Staff, Staff> change)
    {
        var company = _app.Services.GetRequiredService<CompanyInForce>();
        var path = Path.Combine(AppContext.BaseDirectory, "sample", "acme");
        if (AgreementFolderReader.Read(path, _ => null, Instant.FromDateTimeOffset(Now)) is not FolderReading.Loaded sample)
            throw new InvalidOperationException("The sample is sound.");
        var folder = sample.Folder.WithTestIds();
        if (await company.PutInForceAsync(folder with { Staff = change(folder.Staff) }, default) is { } why)
            throw new InvalidOperationException(why);
        await TellAsync(async () =>
        {
            await _app.Services.GetRequiredService<AbsenceBook>().WakeAsync(_ => true, default);
            return true;
        });
        await SettleAsync();
    }

    public override async Task ChangeFilesAsync(
        Func<ImmutableDictionary<string, string>, ImmutableDictionary<string, string>> change)
    {
        await TellAsync(() => ReadAsync(Path.Combine(AppContext.BaseDirectory, "sample", "acme"), change));
        await SettleAsync();
    }

    public override IAsyncEnumerable<(string Where, byte[] Bytes)> StoredAsync() => _app.Stored.ReadAsync();

    /// <summary>The head of sales sees everything, and reads English here.</summary>
    public override Task<Reader> WatcherAsync() => Reader.SignedInAsync(this, Watcher);

    /// <summary>At the root is the way to the board.</summary>
    public override async Task ServeOwnAsync()
    {
        foreach (var method in new[] { "GET", "HEAD" })
            Assert.Equal(HttpStatusCode.Found, (await this.OpenAsync("/", method)).Status);
    }

    public override IReadOnlyList<string> OwnAddresses(SeenMail mail) => ["/"];

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Visitor.Dispose();
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Builds and starts the app in that environment.</summary>
    private protected static async Task<(BuiltApp App, FakeTimeProvider Time)> BuildAsync(string environment)
    {
        var time = new FakeTimeProvider(Monday);
        var app = await BuiltApp.StartAsync(
            environment, new ClockOf(time), new Outage(), services => MailsInOrder.Wrap(services.AddSingleton<TimeProvider>(time)),
            people => people.Replace("role: sales,     language: it", "role: sales,     language: en", StringComparison.Ordinal));
        return (app, time);
    }

    private static IEnumerable<ProductRoute> RoutesBehindTheFunctions()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHandoff(Deployment.Settings("UseDevelopmentStorage=true", "agreement"));
        var app = builder.Build();
        app.MapHandoff();
        return [.. ProductRoute.Of(app), new("GET", "/"), new("HEAD", "/")];
    }

    private Mailbox Mailbox => _app.Services.GetRequiredService<Mailbox>();

    /// <summary>To the first wake-up, or half a minute; two hours at most, for the reconciler has work of its own.</summary>
    private TimeSpan Step(DateTimeOffset? coming, TimeSpan left)
    {
        var first = coming - Now ?? LongestStep;
        return new[] { left, LongestStep, first > ShortestStep ? first : ShortestStep }.Min();
    }

    /// <summary>The first wake-up; asked again only where it may have changed: that is a request to each partition of the index.</summary>
    private async Task<DateTimeOffset?> WakeUpAsync()
    {
        var writes = _app.Storage.WakeUpWrites;
        if (_coming is { } known && known.Writes == writes)
            return known.At;
        var coming = (await _app.Services.GetRequiredService<IStreamStore>().FindNextWakeUpAsync(default))?.ToDateTimeOffset();
        _coming = (writes, coming);
        return coming;
    }

    private async Task<IReadOnlyCollection<StreamId>> DueAsync()
    {
        if (await WakeUpAsync() is not { } coming || coming > Now)
            return [];
        var due = await _app.Services.GetRequiredService<IStreamStore>().FindDueAsync(Instant.FromDateTimeOffset(Now), 1_000, default);
        return [.. due.Select(one => one.Stream)];
    }

    /// <summary>The engine keeps real time, so orchestrations are told what their timers would tell them.</summary>
    private async Task FireTimersAsync()
    {
        foreach (var stream in await DueAsync())
            await TellAsync(() => Nudge(stream));

        Task<bool> Nudge(StreamId stream)
        {
            _app.Services.GetRequiredService<IWakeUps>().Nudge(stream, Instant.FromDateTimeOffset(Now));
            return Task.FromResult(true);
        }
    }

    private Task<T> TellAsync<T>(Func<Task<T>> work) =>
        _app.Services.GetRequiredService<Nudges>().TellAfterAsync(_app.Engine.Client, own: null, work);

    private sealed class ClockOf(TimeProvider time) : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
    }
}

/// <summary>On a developer's machine: the container is checked when it is built, and scopes at every use.</summary>
public sealed class DevelopmentHost : FunctionsHost, IProductHost<DevelopmentHost>
{
    private DevelopmentHost((BuiltApp App, FakeTimeProvider Time) built)
        : base(built)
    {
    }

    public static async Task<DevelopmentHost> StartAsync() => new(await BuildAsync("Development"));
}

/// <summary>As in Azure.</summary>
public sealed class ProductionHost : FunctionsHost, IProductHost<ProductionHost>
{
    private ProductionHost((BuiltApp App, FakeTimeProvider Time) built)
        : base(built)
    {
    }

    public static async Task<ProductionHost> StartAsync() => new(await BuildAsync("Production"));
}
