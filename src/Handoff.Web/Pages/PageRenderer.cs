using System.Text;
using Handoff.Service.Mail;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handoff.Web.Pages;

/// <summary>Renders a Razor component to HTML on the server, encoded by default. Safe to use from many threads.</summary>
/// <param name="services">What components may inject.</param>
/// <param name="logs">Told of what a component does wrong.</param>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Renders one component with one parameter: everything that it shows.</summary>
    internal async Task<Utf8Html> RenderAsync<TPage>(string parameter, object view)
        where TPage : IComponent
    {
        // A renderer keeps what it has rendered, and with it a lead's personal data, so each page and mail has its own; and a host may have scoped
        // parts of Razor.
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = view }));
            return await HtmlStreams.WriteAsync(root, static async (html, root) =>
            {
                await using var writer = new HttpResponseStreamWriter(html, Utf8);
                root.WriteHtmlTo(writer);
            });
        });
    }
}
