using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>
/// Design section 4: arrows go one way, hosts -> Web, stores, Delivery -> Service -> Handoff, and Web -> Connect -> Service.
/// </summary>
public sealed class LayerTests
{
    private static readonly string[] Adapters = ["Handoff.Connect", "Handoff.Sqlite", "Handoff.AzureTables", "Handoff.Delivery"];

    /// <summary>The layers from the innermost; an assembly uses those further in.</summary>
    private static readonly string[][] Layers =
        [["Handoff"], ["Handoff.Service"], Adapters, ["Handoff.Web"], ["Handoff.Local", "HandoffFunctions"]];

    public static TheoryData<string> Projects => [.. Repository.Sources.Select(project => project.Name)];

    public static TheoryData<string> Assemblies => [.. CompiledAssembly.OfProduct.Select(assembly => assembly.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_the_next_layer_inwards(string name)
    {
        var layer = LayerOf(name);
        Assert.True(layer >= 0, $"{name} has no place in design section 4.");
        string[] allowed = layer switch
        {
            0 => [],
            // A page needs no store and no mail.
            3 => ["Handoff.Connect"],
            4 => ["Handoff.Web", .. Adapters],
            _ => Layers[layer - 1],
        };
        var project = Repository.Sources.Single(one => one.Name == name);
        Assert.All(project.Projects, reference => Assert.Contains(reference, allowed));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_compiled_assembly_uses_only_layers_further_in(string name) => Assert.All(
        CompiledAssembly.OfProduct.Single(one => one.Name == name).Assemblies.Where(used => LayerOf(used) >= 0),
        used => Assert.True(LayerOf(used) < LayerOf(name), $"{name} uses {used}."));

    [Fact]
    public void Every_assembly_of_the_product_is_looked_at() => Assert.Superset(
        new HashSet<string>
        {
            "Handoff", "Handoff.Service", "Handoff.Connect", "Handoff.Web", "Handoff.Sqlite", "Handoff.AzureTables", "Handoff.Delivery",
            "Handoff.Local",
        },
        CompiledAssembly.OfProduct.Select(assembly => assembly.Name).ToHashSet());

    private static int LayerOf(string name) => Array.FindIndex(Layers, layer => layer.Contains(name));
}
