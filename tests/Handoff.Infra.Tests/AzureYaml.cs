using YamlDotNet.RepresentationModel;

namespace Handoff.Infra.Tests;

/// <summary>What azd is told.</summary>
internal static class AzureYaml
{
    private static readonly YamlMappingNode Root = Read();

    /// <summary>The command of a hook, in a POSIX shell.</summary>
    public static string Hook(string name) => At("hooks", name, "posix", "run");

    /// <summary>The versions of azd that are let near.</summary>
    public static string RequiredVersion => At("requiredVersions", "azd");

    private static string At(params string[] path) => ((YamlScalarNode)path.Aggregate((YamlNode)Root, (node, key) => node[key])).Value!;

    private static YamlMappingNode Read()
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, "azure.yaml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
