using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handoff.Web.Mail.Html;

/// <summary>Renders letters as HTML documents.</summary>
/// <remarks>
/// A renderer keeps every component that it ever rendered until it is disposed, and with it a lead's personal data: so each mail has its own.
/// That costs some microseconds and a scope of services, since a host may have scoped parts of Razor, and no thread.
/// </remarks>
/// <param name="services">Where Razor looks for its own optional parts.</param>
/// <param name="loggers">Where it logs.</param>
internal sealed class MailHtml(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The HTML document of the letter.</summary>
    public async ValueTask<string> RenderAsync(Letter letter)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(1, StringComparer.Ordinal) { [nameof(Letter)] = letter });
            var document = await renderer.RenderComponentAsync<MailDocument>(parameters);
            return document.ToHtmlString();
        });
    }
}
