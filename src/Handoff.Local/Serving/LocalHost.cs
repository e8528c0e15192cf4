using Handoff.Delivery;
using Handoff.Local.Agreements;
using Handoff.Local.Backups;
using Handoff.Local.Clocks;
using Handoff.Service;
using Handoff.Service.Company;
using Handoff.Service.Health;
using Handoff.Service.Links;
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
    /// <summary>Builds the host on a store that is open.</summary>
    public static WebApplication Build(ServeOptions options, SqliteStore store, CompanyInForce company, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(Limit);
        Log(builder.Logging);
        // The keys of links lie beside the data, readable to the owner only; that they are not encrypted once more is said in docs, not at every start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        var services = builder.Services;
        services.AddSingleton(time).AddSingleton<IClock>(new ProductClock(time)).AddSingleton(new ClockSpeed(options.Speed ?? 1));
        services.AddSingleton(PublicSite(options)).AddSingleton(new FolderPath(options.Agreement));
        services.AddSqliteStore(store);
        services.AddHandoffService().AddSingleton(company);
        services.AddHandoffRunner().AddHostedService<FolderWatch>();
        services.AddMailDelivery(builder.Configuration);
        services.AddHandoffMails();
        services.AddHandoffLinks(new DirectoryInfo(Path.Combine(options.Data, BackupFolder.LinkKeys)));
        services.AddSendGridEvents(builder.Configuration[SendGridEventKey.Variable]);
        services.AddHandoffWeb(new AdminAccess { Key = Environment.GetEnvironmentVariable(AdminAccess.Variable), LoopbackWithoutKey = true });

        var app = builder.Build();
        app.UseHandoff();
        app.MapHandoff();
        app.MapMailbox();
        app.MapWelcome();
        return app;
    }

    /// <summary>How the host logs, what it does before it serves, too.</summary>
    public static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning);
    }

    /// <summary>Where people reach the pages: <c>HANDOFF_PUBLIC_URL</c>, else the first address that is listened on.</summary>
    private static Site PublicSite(ServeOptions options)
    {
        var url = Environment.GetEnvironmentVariable("HANDOFF_PUBLIC_URL") ?? options.Urls.Split(';')[0];
        return new(new Uri(url.TrimEnd('/').Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal) + "/"));
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // Each endpoint has its own, smaller limit and tells it kindly; this one stops what no endpoint would read.
        kestrel.Limits.MaxRequestBodySize = 2 << 20;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
