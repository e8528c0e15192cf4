using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Handoff.Web.Pages;

/// <summary>Renders a Razor component to HTML on the server, encoded by default. Safe to use from many threads.</summary>
/// <remarks>
/// A component has its one parameter and nothing else. The host's services are out of reach: Razor itself asks them for parts, and of what
/// a host has registered for pages of another kind one (a <c>NavigationManager</c>, asked by each form without an address) would break
/// ours.
/// </remarks>
public sealed class PageRenderer(ILoggerFactory logs)
{
    /// <summary>Renders one component with one parameter: everything that it shows.</summary>
    internal async Task<string> RenderAsync<TPage>(string parameter, object view)
        where TPage : IComponent
    {
        // A renderer keeps what it has rendered, and with it a lead's personal data, so each page has its own.
        await using var renderer = new HtmlRenderer(NoServices.Instance, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = view };
            return (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }

    /// <summary>Has nothing to inject: a component that asks for something fails at its first rendering on every host alike.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
