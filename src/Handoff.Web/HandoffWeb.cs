using Handoff.Service.Company;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Web.Access;
using Handoff.Web.Administration;
using Handoff.Web.Assets;
using Handoff.Web.Board;
using Handoff.Web.Desk;
using Handoff.Web.Events;
using Handoff.Web.Health;
using Handoff.Web.Http;
using Handoff.Web.Intake;
using Handoff.Web.Links;
using Handoff.Web.MailboxPages;
using Handoff.Web.OpenApi;
using Handoff.Web.Pages;
using Handoff.Web.SignIn;
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
using NodaTime;

namespace Handoff.Web;

/// <summary>What a host adds and maps to serve the product over HTTP (DESIGN section 8).</summary>
/// <remarks>
/// A host also registers the use cases and <see cref="ISourceCatalog"/> as singletons, and the links by
/// <see cref="HandoffLinks"/>.
/// </remarks>
public static class HandoffWeb
{
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    /// <summary>Adds what the endpoints need.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="access">Who may administer.</param>
    public static IServiceCollection AddHandoffWeb(this IServiceCollection services, AdminAccess access)
    {
        services.AddRouting();
        services.AddSingleton(access);
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietRequests>();
        services.TryAddSingleton(UseCases.Of);
        services.TryAddSingleton(provider => MailboxReading.Of(provider.GetRequiredService<Mailbox>(), provider.GetRequiredService<CompanyInForce>()));
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton(DeskCases.Of);
        services.AddSingleton<SessionCookie>().AddSingleton<Doorkeeper>().AddSingleton<FormTokens>().AddSingleton<DeskPages>();
        services.TryAddSingleton(new ClockSpeed(1));
        services.TryAddSingleton<LiveClocks>();
        services.TryAddSingleton<WelcomeDesk>();
        services.TryAddSingleton(SendGridEventKey.None);
        services.TryAddSingleton(Senders.None);
        return services.AddHandoffOpenApi();
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
    /// Every endpoint that both hosts have behind one handler, for a host that matches routes itself and hands over whole requests; it has no
    /// <see cref="UseHandoff"/> and <see cref="MapHandoff"/> of its own.
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
            endpoints.MapMethods("/", GetAndHead, () => Results.Redirect("/board")).ExcludeFromDescription();
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
        app.MapIntake();
        app.MapLeads();
        app.MapPeople();
        app.MapLinks("/r/{token}", LinkAudience.Rep);
        app.MapLinks("/m/{token}", LinkAudience.Manager);
        app.MapHealth();
        app.MapSignIn();
        app.MapDesk();
        app.MapPost("/api/events/sendgrid", (HttpContext http, SendGridEventKey key, IClock clock, UseCases useCases) =>
            SendGridEventEndpoint.ReceiveAsync(http, key, clock, useCases)).Describes(Operations.SendGridEvents);
        app.MapMethods(AssetEndpoint.Pattern, GetAndHead, (HttpContext http, string name) => AssetEndpoint.Serve(http, name)).ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }

    /// <summary>Maps the page that greets a newcomer: only of the embedded host.</summary>
    public static IEndpointRouteBuilder MapWelcome(this IEndpointRouteBuilder app)
    {
        app.MapMethods(WelcomeEndpoints.Pattern, GetAndHead, (HttpContext http, AdminAccess access, WelcomeDesk desk) =>
            WelcomeEndpoints.ShowAsync(http, access, desk)).Describes(Operations.Welcome);
        app.MapPost(WelcomeEndpoints.Pattern, (HttpContext http, AdminAccess access, WelcomeDesk desk) =>
            WelcomeEndpoints.PostAsync(http, access, desk)).Describes(Operations.WelcomeForm);
        return app;
    }

    /// <summary>Maps the mailbox: only of the embedded host.</summary>
    public static IEndpointRouteBuilder MapMailbox(this IEndpointRouteBuilder app)
    {
        app.MapGet("/mailbox", (
            HttpContext http, AdminAccess access, UseCases useCases, MailboxReading mailbox, LiveClocks clocks, PageRenderer pages) =>
            MailboxEndpoints.ShowAsync(http, access, useCases, mailbox, clocks, pages))
            .Describes(Operations.Mailbox);
        app.MapGet("/mailbox/messages.json", (HttpContext http, AdminAccess access, UseCases useCases, MailboxReading mailbox) =>
            MailboxEndpoints.ListAsync(http, access, useCases, mailbox))
            .Describes(Operations.MailboxMessages);
        app.MapGet("/mailbox/{id}/html", (HttpContext http, string id, AdminAccess access, UseCases useCases, MailboxReading mailbox) =>
            MailboxEndpoints.ShowHtmlAsync(http, id, access, useCases, mailbox))
            .Describes(Operations.MailboxHtml);
        return app;
    }

    private static void MapIntake(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/leads/{source}", (
            HttpContext http, string source, ISourceCatalog sources, AdminAccess access, UseCases useCases) =>
            IntakeEndpoint.ReceiveAsync(http, source, sources, access, useCases))
            .Describes(Operations.Intake);
        app.MapMethods("/api/leads/{source}", ["OPTIONS"], (HttpContext http, string source, ISourceCatalog sources) => IntakeEndpoint.Preflight(http, source, sources))
            .ExcludeFromDescription();
    }

    private static void MapLeads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/leads/{id}", (HttpContext http, string id, AdminAccess access, UseCases useCases) => LeadEndpoints.FindAsync(http, id, access, useCases))
            .Describes(Operations.Lead);
        app.MapDelete("/api/leads/{id}", (HttpContext http, string id, AdminAccess access, UseCases useCases) => LeadEndpoints.EraseAsync(http, id, access, useCases))
            .Describes(Operations.Erase);
        app.MapPost("/api/leads/{id}/outcome", (HttpContext http, string id, AdminAccess access, UseCases useCases) => LeadEndpoints.RecordOutcomeAsync(http, id, access, useCases))
            .Describes(Operations.Outcome);
    }

    private static void MapPeople(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/people", (HttpContext http, AdminAccess access, UseCases useCases) => PeopleEndpoints.ListAsync(http, access, useCases))
            .Describes(Operations.People);
        app.MapGet("/api/audit", (HttpContext http, AdminAccess access, UseCases useCases) =>
            AuditEndpoints.ListAsync(http, access, useCases))
            .Describes(AuditOperations.List);
        app.MapPost("/api/people/{id}/absence", (HttpContext http, string id, AdminAccess access, UseCases useCases) => PeopleEndpoints.NoteAbsenceAsync(http, id, access, useCases))
            .Describes(Operations.Absence);
    }

    private static void MapLinks(this IEndpointRouteBuilder app, string pattern, LinkAudience audience)
    {
        app.MapMethods(pattern, GetAndHead, (HttpContext http, string token, ILinkProtector protector, UseCases useCases, PageRenderer pages) =>
            LinkEndpoints.ShowAsync(http, audience, token, protector, useCases, pages)).Describes(Operations.LinkPage(audience));
        app.MapPost(pattern, (HttpContext http, string token, ILinkProtector protector, UseCases useCases, PageRenderer pages) =>
            LinkEndpoints.ActAsync(http, audience, token, protector, useCases, pages)).Describes(Operations.LinkForm(audience));
    }

    private static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/signin", GetAndHead, (HttpContext http, PageRenderer pages) => SignInEndpoints.AskAsync(http, pages)).Describes(DeskOperations.SignIn);
        app.MapPost("/signin", (HttpContext http, DeskCases cases, Senders senders, PageRenderer pages) =>
            SignInEndpoints.SendAsync(http, cases, senders, pages)).Describes(DeskOperations.SendLink);
        app.MapMethods("/signin/{token}", GetAndHead, (HttpContext http, string token, DeskCases cases, PageRenderer pages) =>
            SignInEndpoints.ShowAsync(http, token, cases, pages)).Describes(DeskOperations.SignInLink);
        app.MapPost("/signin/{token}", (HttpContext http, string token, DeskCases cases, SessionCookie cookie, PageRenderer pages) =>
            SignInEndpoints.EnterAsync(http, token, cases, cookie, pages)).Describes(DeskOperations.Enter);
        app.MapPost("/signout", (HttpContext http, Doorkeeper door, DeskCases cases, FormTokens tokens, PageRenderer pages) =>
            SignInEndpoints.LeaveAsync(http, door, cases, tokens, pages)).Describes(DeskOperations.SignOut);
    }

    private static void MapDesk(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/board", GetAndHead, (HttpContext http, DeskPages desk) => BoardEndpoints.ShowAsync(http, desk)).Describes(DeskOperations.Board);
        app.MapMethods("/team", GetAndHead, (HttpContext http, DeskPages desk) => TeamEndpoints.ShowAsync(http, desk)).Describes(DeskOperations.Team);
        app.MapMethods("/status", GetAndHead, (HttpContext http, DeskPages desk) => StatusEndpoints.ShowAsync(http, desk)).Describes(DeskOperations.Status);
        app.MapPost("/status", (HttpContext http, DeskPages desk) => StatusEndpoints.RetryAsync(http, desk)).Describes(DeskOperations.Retry);
        app.MapPost("/leads", (HttpContext http, DeskPages desk) => LeadPageEndpoints.SearchAsync(http, desk)).Describes(DeskOperations.Search);
        app.MapMethods("/leads/{id}", GetAndHead, (HttpContext http, string id, DeskPages desk) => LeadPageEndpoints.ShowAsync(http, id, desk)).Describes(DeskOperations.Lead);
        app.MapMethods("/leads/{id}/mail/{mail}", GetAndHead, (HttpContext http, string id, string mail, DeskPages desk) =>
            LeadPageEndpoints.ShowMailAsync(http, id, mail, desk)).Describes(DeskOperations.LeadMail);
        app.MapMethods("/leads/{id}/mail/{mail}/html", GetAndHead, (HttpContext http, string id, string mail, DeskPages desk) =>
            LeadPageEndpoints.ShowMailHtmlAsync(http, id, mail, desk)).Describes(DeskOperations.LeadMailHtml);
    }

    private static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/healthz", GetAndHead, () => HealthEndpoints.Live()).Describes(Operations.Live);
        app.MapMethods("/readyz", GetAndHead, (HttpContext http, UseCases useCases) => HealthEndpoints.ReadyAsync(http, useCases)).Describes(Operations.Ready);
        app.MapMethods("/heartbeat", GetAndHead, (HttpContext http, UseCases useCases) => HealthEndpoints.HeartbeatAsync(http, useCases)).Describes(Operations.Heartbeat);
    }
}
