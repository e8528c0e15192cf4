using Handoff.Service.Links;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Web.Http;

/// <summary>Writes a problem as <c>application/problem+json</c>; to a person's browser as a page.</summary>
internal sealed class ProblemAnswer(Problem problem) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => problem.Status;

    /// <summary>In how many seconds to try again, of 429 and 503.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The scheme that gets in, of 401.</summary>
    public string? Challenge { get; init; }

    public static ProblemAnswer Of(int status, string detail) => new(Problem.Of(status, detail));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        if (RetryAfterSeconds is { } seconds)
            headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Challenge is not null)
            headers.WWWAuthenticate = Challenge;
        if (VisitorPage.IsWanted(httpContext.Request))
            return VisitorPage.TellAsync(httpContext, problem, RetryAfterSeconds);
        var site = httpContext.RequestServices.GetRequiredService<Site>();
        var typed = problem with { Type = ProblemTypes.TypeOf(site, problem.Code) };
        return new JsonAnswer<Problem>(problem.Status, typed, WebJson.Default.Problem, "application/problem+json")
            .ExecuteAsync(httpContext);
    }
}
