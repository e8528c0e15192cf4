using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;

namespace Handoff.Web.Pages;

/// <summary>Renders a Razor component to HTML on the server, encoded by default. Safe to use from many threads.</summary>
/// <param name="services">What components may inject.</param>
/// <param name="logs">Told of what a component does wrong.</param>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    private static readonly ObjectPool<StringBuilder> Texts = new DefaultObjectPoolProvider().CreateStringBuilderPool(UsualLength, LongestKept);

    // In characters. A mail or a link's page is below the first; a board may be far above the second, and is rare.
    private const int UsualLength = 16 << 10;
    private const int LongestKept = 64 << 10;

    /// <summary>Renders one component with one parameter: everything that it shows.</summary>
    internal async Task<string> RenderAsync<TPage>(string parameter, object view)
        where TPage : IComponent
    {
        // A renderer keeps what it has rendered, and with it a lead's personal data, so each page and mail has its own; and a host may have scoped
        // parts of Razor.
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = view }));
            // What a page is written into grows to tens of kB: the next page takes the same.
            var html = Texts.Get();
            try
            {
                await using var writer = new StringWriter(html, CultureInfo.InvariantCulture);
                root.WriteHtmlTo(writer);
                return html.ToString();
            }
            finally
            {
                Texts.Return(html);
            }
        });
    }
}
