using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using Handoff.Agreements;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.People;
using Handoff.Web.Access;
using Handoff.Web.Desk;
using Handoff.Web.Links;
using Handoff.Web.MailboxPages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Web.Tests;

/// <summary>The web part on a test server. Each use case answers what the test says; all else is the real part.</summary>
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

    public IServiceProvider Services => _app.Services;

    public string Token(LinkPurpose purpose) => Services.GetRequiredService<ILinkProtector>().Protect(Given.Grant(purpose));

    public static async Task<Site> StartAsync(
        Func<UseCases, UseCases>? with = null, AdminAccess? access = null, string? from = null, LogLines? logs = null, string? sendGridKey = null, double speed = 1,
        DeskCases? desk = null, Action<IServiceCollection>? host = null, params MailboxMessage[] mailbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        if (logs is not null)
            builder.Logging.AddProvider(logs).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<ISourceCatalog>(new Sources());
        builder.Services.AddSingleton((with ?? (nothing => nothing))(Refusing));
        builder.Services.AddSingleton(new MailboxReading
        {
            List = (limit, _) => Task.FromResult(mailbox.Take(limit).ToImmutableArray()),
            Find = (id, _) => Task.FromResult(mailbox.FirstOrDefault(message => message.Id == id)),
        });
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton<ILinkProtector, DataProtectionLinkProtector>();
        builder.Services.AddSingleton<IClock>(new StandingClock(Given.Now)).AddSendGridEvents(sendGridKey);
        builder.Services.AddSingleton(new ClockSpeed(speed));
        if (desk is not null)
            builder.Services.AddSingleton(desk);
        host?.Invoke(builder.Services);
        builder.Services.AddHandoffWeb(access ?? new AdminAccess { Key = "secret" });

        var app = builder.Build();
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
        await app.StartAsync();
        return new(app, address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static UseCases Refusing => new()
    {
        Receive = (_, _) => throw new InvalidOperationException("Not asked."),
        FindLead = (_, _) => Task.FromResult<LeadView?>(null),
        Erase = (_, _) => Task.FromResult(false),
        RecordOutcome = (_, _, _) => throw new InvalidOperationException("Not asked."),
        NoteAbsence = (_, _, _) => throw new InvalidOperationException("Not asked."),
        ListPeople = _ => Task.FromResult(ImmutableArray<PersonView>.Empty),
        OpenLink = (_, _) => throw new InvalidOperationException("Not asked."),
        ActOnLink = (_, _, _) => throw new InvalidOperationException("Not asked."),
        RecordMailEvents = (_, _) => throw new InvalidOperationException("Not asked."),
        KeepLook = (_, _, _) => Task.CompletedTask,
        KeepAct = (_, _, _, _) => Task.CompletedTask,
        ListAudit = (_, _, _) => throw new InvalidOperationException("Not asked."),
        ReadHeartbeat = _ => Task.FromResult((true, new HeartbeatReport("running", "Every clock is running."))),
        ReadHealth = _ => Task.FromResult(new HealthReport(true, Given.Now, Given.Now, 0, null, 0, "2026-11", [], 0, null, 1)),
    };

    private sealed class StandingClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
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

/// <summary>Every line that is logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
