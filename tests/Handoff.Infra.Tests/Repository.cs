using System.Text.RegularExpressions;

namespace Handoff.Infra.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static partial class Repository
{
    /// <summary>The folder that holds the solution, upwards from the test assembly.</summary>
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>The folder of the Bicep files.</summary>
    public static string Infra { get; } = Path.Combine(Root, "infra");

    /// <summary>Every Bicep file.</summary>
    public static IReadOnlyList<string> BicepFiles { get; } =
        [.. Directory.EnumerateFiles(Infra, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The environment variables that the Azure host reads: string literals of the code, the embedded host's left out, and what host.json
    /// takes from settings. A name that ends in an underscore is a prefix.
    /// </summary>
    public static IReadOnlyList<string> VariablesRead { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split('/', '\\').Any(part => part is "obj" or "bin" or "Handoff.Local"))
            .Append(Path.Combine(Root, "host.json"))
            .Where(File.Exists)
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether the Functions app is in this version; without it much of what is set has no reader yet.</summary>
    public static bool HasFunctionsApp { get; } = File.Exists(Path.Combine(Root, "src", "HandoffFunctions", "HandoffFunctions.csproj"));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HandoffFunctions.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No folder above the test assembly holds the solution.");
    }

    [GeneratedRegex("[\"%](?<name>HANDOFF_[A-Z_]+)[\"%]", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
