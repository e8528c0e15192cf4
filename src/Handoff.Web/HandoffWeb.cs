using Handoff.Connect.Channels;
using Handoff.Connect.Fetching;
using Handoff.Connect.OpenId;
using Handoff.Service.Fetching;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Web.Access;
using Handoff.Web.Administration;
using Handoff.Web.Agreements;
using Handoff.Web.Api;
using Handoff.Web.Asking;
using Handoff.Web.Assets;
using Handoff.Web.Board;
using Handoff.Web.Channels;
using Handoff.Web.Consent;
using Handoff.Web.Desk;
using Handoff.Web.Events;
using Handoff.Web.Feedback;
using Handoff.Web.Figures;
using Handoff.Web.Health;
using Handoff.Web.Http;
using Handoff.Web.Intake;
using Handoff.Web.Links;
using Handoff.Web.Lists;
using Handoff.Web.MailboxPages;
using Handoff.Web.Meetings;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Handoff.Web.Paper;
using Handoff.Web.Problems;
using Handoff.Web.Scorecards;
using Handoff.Web.SignIn;
using Handoff.Web.Sources;
using Handoff.Web.Status;
using Handoff.Web.Teams;
using Handoff.Web.Timeline;
using Handoff.Web.Welcome;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Handoff.Web;

/// <summary>What a host adds and maps to serve the product over HTTP (design section 8).</summary>
/// <remarks>
/// A host also registers the use cases and <see cref="ISourceCatalog"/> as singletons, and the links by
/// <see cref="HandoffLinks"/>.
/// </remarks>
public static class HandoffWeb
{
    /// <summary>Adds what the endpoints need.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddHandoffWeb(this IServiceCollection services, AdminAccess access)
    {
        services.AddRouting();
        services.AddSingleton(access).AddSingleton<ApiDoor>();
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietRequests>();
        services.TryAddSingleton<PageRenderer>();
        services.AddSingleton<SessionCookie>().AddSingleton<Doorkeeper>().AddSingleton<FormTokens>().AddSingleton<DeskPages>();
        services.AddSingleton<ActedReading>();
        services.TryAddSingleton<FormDoor>();
        services.TryAddSingleton(new VendorAddresses());
        services.AddSingleton<ILeadAnswers, VendorAnswers>();
        services.TryAddSingleton(new ClockSpeed(1));
        services.TryAddSingleton<LiveClocks>();
        services.TryAddSingleton<WelcomePage>();
        services.TryAddSingleton(SendGridEventKey.None);
        services.TryAddSingleton(Senders.None);
        services.TryAddSingleton(OpenIdDoor.None);
        return services.AddHandoffChannels().AddHandoffOpenApi();
    }

    /// <summary>Opens SendGrid's event webhook to whoever signs by this key.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="key">The verification key, as SendGrid shows it; null or empty: the webhook stays closed.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">It is no such key.</exception>
    public static IServiceCollection AddSendGridEvents(this IServiceCollection services, string? key) =>
        services.AddSingleton(SendGridEventKey.Read(key));

    /// <summary>Puts the guard around every request: first of all, before routing.</summary>
    public static IApplicationBuilder UseHandoff(this IApplicationBuilder app) => app.UseMiddleware<Guard>();

    /// <summary>
    /// Every endpoint that both hosts have behind one handler, for a host that matches routes itself and hands over whole requests; it has
    /// no <see cref="UseHandoff"/> and <see cref="MapHandoff"/> of its own.
    /// </summary>
    /// <param name="services">The host's services.</param>
    public static RequestDelegate BuildHandoff(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseHandoff();
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapHandoff();
            // Where the embedded host greets a newcomer, this one has colleagues.
            endpoints.MapMethods("/", Routes.GetAndHead, () => Results.Redirect("/board")).ExcludeFromDescription();
        });
        var handle = app.Build();
        return http =>
        {
            // What the host has matched means nothing here: the address is matched anew.
            http.SetEndpoint(null);
            http.Request.RouteValues.Clear();
            return handle(http);
        };
    }

    /// <summary>Maps every endpoint that both hosts have.</summary>
    public static IEndpointRouteBuilder MapHandoff(this IEndpointRouteBuilder app)
    {
        IntakeEndpoint.Map(app);
        LeadEndpoints.Map(app);
        LeadItemsEndpoint.Map(app);
        EventsEndpoint.Map(app);
        PeopleEndpoints.Map(app);
        PersonDataEndpoints.Map(app);
        AuditEndpoints.Map(app);
        KeyEndpoints.Map(app);
        LinkEndpoints.Map(app);
        AskEndpoints.Map(app);
        ConsentEndpoints.Map(app);
        HealthEndpoints.Map(app);
        SignInEndpoints.Map(app);
        OpenIdEndpoints.Map(app);
        BoardEndpoints.Map(app);
        FeedbackEndpoints.Map(app);
        TeamEndpoints.Map(app);
        MemberEndpoints.Map(app);
        ChannelEndpoints.Map(app);
        PaperEndpoints.Map(app);
        AgreementEndpoints.Map(app);
        SignEndpoints.Map(app);
        HeadEndpoint.Map(app);
        ScorecardEndpoints.Map(app);
        MeetingEndpoints.Map(app);
        ReportEndpoints.Map(app);
        FigureEndpoints.Map(app);
        StatusEndpoints.Map(app);
        SourcesEndpoints.Map(app);
        LeadListEndpoints.Map(app);
        LeadPageEndpoints.Map(app);
        LeadActEndpoint.Map(app);
        ErasureEndpoints.Map(app);
        SendGridEventEndpoint.Map(app);
        DealEndpoint.Map(app);
        AssetEndpoint.Map(app);
        ProblemEndpoints.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json");
        ReferencePage.Map(app);
        return app;
    }

    /// <summary>Maps the page that greets a newcomer: only of the embedded host.</summary>
    public static IEndpointRouteBuilder MapWelcome(this IEndpointRouteBuilder app)
    {
        WelcomePage.Map(app);
        return app;
    }

    /// <summary>Maps the mailbox: only of the embedded host.</summary>
    public static IEndpointRouteBuilder MapMailbox(this IEndpointRouteBuilder app)
    {
        MailboxEndpoints.Map(app);
        return app;
    }
}
