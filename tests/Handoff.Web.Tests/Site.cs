using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using Handoff.Agreements;
using Handoff.Faults.Tests.Store;
using Handoff.People;
using Handoff.Service;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.People;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using Handoff.Web.Access;
using Handoff.Web.Links;
using Handoff.Web.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Web.Tests;

/// <summary>The web part on a test server, with the use cases over a store in memory and the sample agreement.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Site(WebApplication app, IPAddress? from)
    {
        _app = app;
        Server = app.GetTestServer();
        From = from;
        Client = Server.CreateClient();
        Client.BaseAddress = new("http://localhost/");
    }

    public TestServer Server { get; }

    public HttpClient Client { get; }

    public IPAddress? From { get; }

    /// <summary>The sample's folder, which is in force.</summary>
    public static AgreementFolder Sample => Acme.Value;

    public IServiceProvider Services => _app.Services;

    /// <summary>Lets time pass.</summary>
    public void Pass(Duration time)
    {
        var clock = (StandingClock)Services.GetRequiredService<IClock>();
        clock.Now += time;
    }

    public string Token(LinkPurpose purpose) => Services.GetRequiredService<ILinkProtector>().Protect(Given.Grant(purpose));

    /// <summary>Starts a site of its own.</summary>
    /// <param name="access">Who administers.</param>
    /// <param name="from">The address that requests come from.</param>
    /// <param name="logs">Hears what is logged.</param>
    /// <param name="sendGridKey">The key of the event webhook.</param>
    /// <param name="speed">The clock's.</param>
    /// <param name="host">What the host registers besides, or in the place of something.</param>
    /// <param name="instead">Maps what answers in the place of an endpoint: <see cref="Instead"/>.</param>
    /// <param name="mailbox">Copies that the store keeps.</param>
    public static async Task<Site> StartAsync(
        AdminAccess? access = null, string? from = null, LogLines? logs = null, string? sendGridKey = null, double speed = 1,
        Action<IServiceCollection>? host = null, Action<IEndpointRouteBuilder>? instead = null, params MailboxMessage[] mailbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        if (logs is not null)
            builder.Logging.AddProvider(logs).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.UseTestServer();
        var clock = new StandingClock(Given.Now);
        var store = new MemoryStore(clock);
        await KeepAsync(store, mailbox);
        builder.Services.AddHandoffService().AddHandoffMails().AddSingleton<PersonIdMaker>(PersonId.Of);
        builder.Services.AddSingleton<IStreamStore>(store).AddSingleton<ILookupStore>(store).AddSingleton<IRotaStore>(store)
            .AddSingleton<ILeadKeyStore>(store).AddSingleton<IMailCopyStore>(store).AddSingleton<IFactStore>(store)
                .AddSingleton<ISnapshotStore>(store)
                .AddSingleton<IAuditStore>(store);
        builder.Services.AddSingleton<IWakeUps, GatheredWakeUps>().AddSingleton<IMailTransport, Nowhere>();
        builder.Services.AddSingleton(new Handoff.Service.Links.Site(new Uri("http://localhost/"))).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ISourceCatalog>(new Sources());
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton<ILinkProtector, DataProtectionLinkProtector>();
        builder.Services.AddSingleton<IClock>(clock).AddSendGridEvents(sendGridKey);
        builder.Services.AddSingleton(new ClockSpeed(speed));
        builder.Services.AddHandoffWeb(access ?? new AdminAccess { Key = "secret" });
        host?.Invoke(builder.Services);

        var app = builder.Build();
        await app.Services.GetRequiredService<CompanyInForce>().PutInForceAsync(Acme.Value, default);
        var address = from is null ? null : IPAddress.Parse(from);
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = address;
            return next(http);
        });
        app.UseHandoff();
        app.UseRouting();
        app.MapHandoff();
        app.MapMailbox();
        app.MapWelcome();
        instead?.Invoke(app);
        await app.StartAsync();
        return new(app, address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static readonly Lazy<AgreementFolder> Acme = new(() =>
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "sample", "acme");
        return AgreementFolderReader.Read(folder, _ => null, Given.Now) is FolderReading.Loaded loaded
            ? loaded.Folder
            : throw new InvalidOperationException("The sample is sound.");
    });

    /// <summary>Keeps copies of mails about one lead, as if they had been sent.</summary>
    private static async Task KeepAsync(MemoryStore store, MailboxMessage[] mails)
    {
        var key = LeadVault.NewKey();
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [Given.LeadId.Value] = key };
        if (mails.Length == 0)
            return;
        await ((IStreamStore)store).CommitAsync(new()
        {
            Stream = new(StreamKind.Lead, Given.LeadId.Value),
            ExpectedVersion = 0,
            Events = [new(Given.Now, "received", "{}"u8.ToArray())],
            State = "{}"u8.ToArray(),
            NextWakeUp = null,
            NewKey = key,
            Copies = [.. mails.Select(mail => new MailCopy(
                mail.Id, mail.Kind, mail.At, mail.LeadIds, LeadVault.SealCopy(mail.Id, keys, CopyFormat.Pack(mail))))],
        }, default);
    }

    private sealed class Nowhere : IMailTransport
    {
        public string Name => "nowhere";

        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));
    }

    private sealed class StandingClock(Instant now) : IClock
    {
        public Instant Now { get; set; } = now;

        public Instant GetCurrentInstant() => Now;
    }

    private sealed class Sources : ISourceCatalog
    {
        public LeadSource? Find(string name) => name switch
        {
            "website" => new() { Name = name, Format = SourceFormat.Json, Key = "demo", AllowOrigins = ["https://www.acme.example"] },
            "demo-form" => new() { Name = name, Format = SourceFormat.Form, Key = "demo" },
            "thankful-form" => new() { Name = name, Format = SourceFormat.Form, Key = "demo", Thanks = "https://www.acme.example/thanks" },
            _ => null,
        };
    }
}

/// <summary>What answers in the place of an endpoint, so that a test can say what was found.</summary>
internal static class Instead
{
    /// <summary>Goes before the endpoint of the same address.</summary>
    public static void First(this IEndpointConventionBuilder endpoint) => endpoint.WithOrder(-1);
}

/// <summary>A port of a store that does not answer.</summary>
#pragma warning disable CA1852 // The proxy is derived from it when it is made.
internal class Silent<TPort> : DispatchProxy
#pragma warning restore CA1852
    where TPort : class
{
    public static TPort Port => Create<TPort, Silent<TPort>>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new StoreUnavailableException("disk full");
}

/// <summary>Every line that is logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
