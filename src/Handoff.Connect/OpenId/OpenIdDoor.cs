using System.Text.Encodings.Web;
using Handoff.Service.Telemetry;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Handoff.Connect.OpenId;

/// <summary>
/// Leads to the company's provider of identities and takes what it sends back. The handler is ASP.NET Core's, called where its one route
/// is answered: no middleware looks at every other request.
/// </summary>
public sealed class OpenIdDoor
{
    /// <summary>The path that leads there, and to which the provider posts.</summary>
    public const string Path = "/signin/openid";

    private static readonly AuthenticationScheme Scheme = new(OpenIdHandling.Scheme, null, typeof(OpenIdConnectHandler));

    private readonly Standing? _options;
    private readonly ILogger _log;

    /// <param name="provider">The provider; null: there is none.</param>
    /// <param name="options">How the handler speaks to it.</param>
    internal OpenIdDoor(OpenIdOptions? provider, OpenIdConnectOptions? options, ILogger log) =>
        (Label, _options, _log) = (provider?.Label, options is null ? null : new(options), log);

    /// <summary>The door of a host without single sign-on.</summary>
    public static OpenIdDoor None { get; } = new(null, null, NullLogger.Instance);

    /// <summary>What the button calls the provider; null: there is none.</summary>
    public string? Label { get; }

    /// <summary>Answers with the way to the provider.</summary>
    /// <param name="to">Where the reader goes afterwards; null: where one usually goes.</param>
    /// <returns>False: the provider does not answer, and nothing has been answered.</returns>
    public async Task<bool> BeginAsync(HttpContext http, string? to)
    {
        ArgumentNullException.ThrowIfNull(http);
        var handler = await HandlerAsync(http);
        var journey = new AuthenticationProperties { RedirectUri = "/" };
        if (to is not null)
            journey.Items[OpenIdEvents.To] = to;
        try
        {
            await handler.ChallengeAsync(journey);
            return true;
        }
        catch (Exception silent) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            _log.LogWarning(
                LogEvents.OpenIdFailed, "The provider of single sign-on does not answer: {Reason}.", OpenIdFailure.Describe(silent));
            return false;
        }
    }

    /// <summary>Takes what the provider sends back.</summary>
    /// <param name="fields">What was posted; the body has been read.</param>
    public async Task<OpenIdAnswer> FinishAsync(HttpContext http, IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(fields);
        var form = new FormCollection(fields.ToDictionary(one => one.Key, one => new StringValues(one.Value), StringComparer.Ordinal));
        http.Features.Set<IFormFeature>(new FormFeature(form));
        await (await HandlerAsync(http)).HandleRequestAsync();
        // Of a post that is nothing of the provider's the handler says nothing.
        var outcome = http.Features.Get<OpenIdOutcome>() ?? new(new OpenIdAnswer.Refused(), null);
        if (outcome.Answer is OpenIdAnswer.Silent or OpenIdAnswer.Refused)
        {
            _log.LogWarning(
                LogEvents.OpenIdFailed, "Somebody could not sign in by single sign-on: {Outcome} ({Reason}).",
                outcome.Answer.GetType().Name, OpenIdFailure.Describe(outcome.Failure));
        }

        return outcome.Answer;
    }

    private async Task<OpenIdConnectHandler> HandlerAsync(HttpContext http)
    {
        // Its own log would tell what the provider says of people.
        var handler = new OpenIdConnectHandler(
            _options ?? throw new InvalidOperationException("There is no provider."), NullLoggerFactory.Instance, HtmlEncoder.Default,
            UrlEncoder.Default);
        await handler.InitializeAsync(Scheme, http);
        return handler;
    }

    /// <summary>Options that never change.</summary>
    private sealed class Standing(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }
}
