using Azure.Identity;
using Handoff.AzureTables;
using Handoff.AzureTables.Agreements;
using Handoff.Connect.OpenId;
using Handoff.Delivery;
using Handoff.Service;
using Handoff.Service.Figures;
using Handoff.Service.Links;
using Handoff.Service.News;
using Handoff.Service.Running;
using Handoff.Service.Turns;
using Handoff.Web;
using Handoff.Web.Access;
using Handoff.Web.Events;
using Handoff.Web.Links;
using Handoff.Web.Mail;
using HandoffFunctions.Http;
using HandoffFunctions.Orchestrations;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HandoffFunctions.Hosting;

/// <summary>The production host: what it adds to the worker, one line each.</summary>
internal static class HandoffApp
{
    /// <summary>Everything that the app is made of; tests build it by this too.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        // Each endpoint has its own limit and tells it. A body that Kestrel itself breaks off becomes an empty 500 of the Functions host.
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.AddHandoff(builder.Configuration);
        builder.Services.AddTelemetry(builder.Logging, builder.Configuration);
        return builder;
    }

    /// <summary>Adds the product on the cloud store. Nothing of the worker is needed for it.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing; the message names it.</exception>
    internal static void AddHandoff(this IServiceCollection services, IConfiguration settings)
    {
        var store = StoreOf(settings);
        services.AddSingleton(TimeProvider.System).AddSingleton<IClock, ProductClock>();
        var site = new Site(new Uri(Required(settings, "HANDOFF_PUBLIC_URL").TrimEnd('/') + "/"));
        services.AddSingleton(site).AddOpenIdSignIn(settings, site);
        services.AddAzureTablesStore(store);
        services.AddAzureDataProtection(store, settings["HANDOFF_LINK_KEY_URI"] is { Length: > 0 } key ? new Uri(key) : null);
        // A look at what changed costs requests: figures may be some minutes old, and say of when they are.
        services.AddSingleton(new FigureOptions(Duration.FromMinutes(4)));
        // Turns are written by several instances, over a network: the feed of events waits for the slow ones.
        services.AddSingleton(new FeedOptions(Duration.FromMinutes(1)));
        services.AddHandoffService();
        services.AddMailDelivery(settings);
        services.AddHandoffMails();
        services.AddHandoffLinks();
        services.AddSendGridEvents(settings[SendGridEventKey.Variable]);
        // The Functions host asks from this machine, and the platform tells it for whom.
        services.AddSingleton(Senders.Read(settings[Senders.Variable], Senders.Loopback.AsSpan()));
        services.AddHandoffWeb(
            new AdminAccess { Key = Required(settings, AdminAccess.Variable), PreviousKey = settings[AdminAccess.PreviousVariable] });
        services.AddSingleton<IWakeUps>(provider => provider.GetRequiredService<GatheredWakeUps>());
        services.AddSingleton<Nudges>().AddSingleton<HandoffSurface>();
        services.AddSingleton(
            new PublishedAgreement(store, settings["HANDOFF_AGREEMENT_CONTAINER"] is { Length: > 0 } container ? container : "agreement"));
        services.AddSingleton<Func<string, string?>>(name => settings[name]).AddSingleton<AgreementKeeping>()
            .AddHostedService<AgreementWatch>();
    }

    /// <summary>
    /// In Azure the addresses of the accounts and the app's identity; on a developer's machine the connection string of the emulator.
    /// </summary>
    private static AzureTablesOptions StoreOf(IConfiguration settings) => settings["HANDOFF_TABLES_URI"] is { Length: > 0 } tables
        ? new()
        {
            TableServiceUri = new(tables),
            KeysTableServiceUri = new(Required(settings, "HANDOFF_KEYS_TABLES_URI")),
            BlobServiceUri = new(Required(settings, "HANDOFF_BLOBS_URI")),
            Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(Required(settings, "AZURE_CLIENT_ID"))),
        }
        : new() { ConnectionString = Required(settings, "AzureWebJobsStorage") };

    private static string Required(IConfiguration settings, string name) =>
        settings[name] is { Length: > 0 } value ? value
            : throw new InvalidOperationException($"{name} is not set. docs/deploy.md tells what it is for.");
}
