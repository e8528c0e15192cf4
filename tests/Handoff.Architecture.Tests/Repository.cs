namespace Handoff.Architecture.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    public const string Solution = "HandoffFunctions.sln";

    /// <summary>The folder that holds the solution, upwards from the test assembly.</summary>
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>The projects of the product, by name.</summary>
    public static IReadOnlyList<ProjectFile> Sources { get; } = Projects("src");

    /// <summary>The projects of the product and of its tests.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } = [.. Sources, .. Projects("tests")];

    /// <summary>What people wrote in src: code and pages, without what the build puts there.</summary>
    public static IEnumerable<string> SourceFiles() => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".cshtml" && !IsBuilt(file));

    /// <summary>Every file of code that people wrote, in src and tests.</summary>
    public static IEnumerable<string> WrittenFiles() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".cshtml" or ".css" && !IsBuilt(file));

    /// <summary>Every page that people read: those at the root and in docs.</summary>
    public static IEnumerable<string> Documents() => Directory
        .EnumerateFiles(Root, "*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal);

    /// <summary>The path as the repository names it.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static List<ProjectFile> Projects(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file))
            .Order(StringComparer.Ordinal)
            .Select(ProjectFile.Read),
    ];

    private static bool IsBuilt(string file) => Relative(file).Split('/').Any(part => part is "bin" or "obj" or "node_modules");

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No folder above the test assembly holds {Solution}.");
    }
}
