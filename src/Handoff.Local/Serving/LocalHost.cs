using Handoff.Connect.OpenId;
using Handoff.Delivery;
using Handoff.Local.Agreements;
using Handoff.Local.Backups;
using Handoff.Service;
using Handoff.Service.Asking;
using Handoff.Service.Company;
using Handoff.Service.Health;
using Handoff.Service.News;
using Handoff.Service.Running;
using Handoff.Sqlite;
using Handoff.Web;
using Handoff.Web.Access;
using Handoff.Web.Events;
using Handoff.Web.Links;
using Handoff.Web.Mail;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NodaTime;

namespace Handoff.Local.Serving;

/// <summary>The embedded host: everything on one machine, in one process.</summary>
internal static class LocalHost
{
    private const double SlowestBytesPerSecond = 240;

    /// <summary>Builds the host on a store that is open.</summary>
    /// <param name="time">The product's time.</param>
    /// <param name="settings">Settings that go before the environment's.</param>
    /// <param name="patience">How long slow clients are waited for; the usual if not said.</param>
    public static WebApplication Build(
        ServeOptions options, SqliteStore store, CompanyInForce company, TimeProvider time,
        IReadOnlyDictionary<string, string?>? settings = null,
        Patience? patience = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, patience ?? new()));
        Log(builder.Logging, options.Log);
        // The keys of links lie beside the data, readable to the owner only; that they are not encrypted once more is said in docs, not at
        // every start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        builder.AddTelemetry();

        var services = builder.Services;
        services.AddSingleton(time).AddSingleton<IClock>(new ProductClock(time)).AddSingleton(new ClockSpeed(options.Speed ?? 1))
            .AddSingleton(new AskOptions(options.IsDemonstration))
            // A clock that runs faster makes the same time on the wall longer.
            .AddSingleton(new FeedOptions(Duration.FromSeconds(2 * (options.Speed ?? 1))));
        var address = PublicAddress.Read(builder.Configuration[PublicAddress.Variable], options.Urls);
        services.AddSingleton(address.Site).AddSingleton(new FolderPath(options.Agreement));
        services.AddSqliteStore(store);
        services.AddHandoffService().AddSingleton(company);
        services.AddHandoffRunner().AddHostedService<FolderWatch>();
        services.AddMailDelivery(builder.Configuration);
        services.AddHandoffMails();
        services.AddHandoffLinks(new DirectoryInfo(Path.Combine(options.Data, BackupFolder.LinkKeys)));
        services.AddSendGridEvents(builder.Configuration[SendGridEventKey.Variable]);
        services.AddSingleton(Senders.Read(builder.Configuration[Senders.Variable]));
        services.AddOpenIdSignIn(builder.Configuration, address.Site);
        services.AddHandoffWeb(AdminAccess.OfEmbeddedHost(name => builder.Configuration[name], address.Site, address.IsSet));

        var app = builder.Build();
        app.UseHandoff();
        app.MapHandoff();
        app.MapMailbox();
        app.MapWelcome();
        return app;
    }

    /// <summary>How the host logs, what it does before it serves, too.</summary>
    /// <param name="form">As lines for people, or as JSON.</param>
    public static void Log(ILoggingBuilder logging, LogForm form)
    {
        logging.ClearProviders();
        if (form == LogForm.Json)
            logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else
            logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
        // It only tells of each request what is not wanted here; while it may speak at all, each request gets an activity and a scope.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    private static void Limit(KestrelServerOptions kestrel, Patience patience)
    {
        kestrel.AddServerHeader = false;
        // Each endpoint has its own, smaller limit and tells it kindly; this one stops what no endpoint would read.
        kestrel.Limits.MaxRequestBodySize = 2 << 20;
        kestrel.Limits.RequestHeadersTimeout = patience.Headers;
        // Who sends or reads more slowly than a modem of old holds a connection, and means to.
        kestrel.Limits.MinRequestBodyDataRate = new(SlowestBytesPerSecond, patience.Body);
        kestrel.Limits.MinResponseDataRate = new(SlowestBytesPerSecond, patience.Body);
    }
}
