using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>A page depends on its view alone: whatever a host registers, every page is the same on each.</summary>
public sealed class ComponentTests
{
    private static readonly string[] PartsOfAHost =
    [
        "Microsoft.AspNetCore.Components.InjectAttribute", "Microsoft.AspNetCore.Components.NavigationManager",
        "Microsoft.AspNetCore.Components.SupplyParameterFromFormAttribute",
        "Microsoft.AspNetCore.Components.SupplyParameterFromQueryAttribute",
        "Microsoft.AspNetCore.Components.CascadingParameterAttribute", "Microsoft.AspNetCore.Components.Forms.EditForm",
        "Microsoft.AspNetCore.Components.Forms.AntiforgeryToken", "Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult",
    ];

    [Fact]
    public void No_component_takes_a_part_from_the_host() => Assert.Empty(Web.UsedTypes.Intersect(PartsOfAHost));

    [Fact]
    public void Components_are_rendered_in_one_place_which_sees_no_services_of_the_host()
    {
        var renderers = Repository.SourceFiles()
            .Where(file => File.ReadAllText(file).Contains("new HtmlRenderer(", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["src/Handoff.Web/Pages/PageRenderer.cs"], renderers.Select(Repository.Relative));
        Assert.Contains("new HtmlRenderer(NoServices.Instance, logs)", File.ReadAllText(renderers[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_components_to_look_at() => Assert.Contains("Microsoft.AspNetCore.Components.ParameterAttribute", Web.UsedTypes);

    private static CompiledAssembly Web => CompiledAssembly.OfProduct.Single(one => one.Name == "Handoff.Web");
}
