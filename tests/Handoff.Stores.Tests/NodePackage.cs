using System.ComponentModel;
using System.Diagnostics;

namespace Handoff.Stores.Tests;

/// <summary>A program for tests that runs on node.</summary>
/// <param name="place">Its folder, from the top of the repository.</param>
/// <param name="package">The package that has to be installed in it.</param>
/// <param name="what">What it is, in words.</param>
internal sealed class NodePackage(string place, string package, string what)
{
    private readonly Lazy<string?> _missing = new(() => FindMissing(place, package, what));

    /// <summary>Why it cannot run here, or null; where <c>HANDOFF_ALL_TESTS=1</c> it has to.</summary>
    public string? Missing => Environment.GetEnvironmentVariable("HANDOFF_ALL_TESTS") == "1" ? null : _missing.Value;

    /// <summary>How node is started in its folder.</summary>
    public ProcessStartInfo Command() =>
        new("node") { UseShellExecute = false, WorkingDirectory = Folder(place), RedirectStandardOutput = true };

    private static string? FindMissing(string place, string package, string what)
    {
        if (!Directory.Exists(Path.Combine(Folder(place), "node_modules", package)))
            return $"{what} is not installed: run 'npm ci --omit=dev' in {place}.";
        try
        {
            using var node =
                Process.Start(new ProcessStartInfo("node", "--version") { UseShellExecute = false, RedirectStandardOutput = true });
            return null;
        }
        catch (Win32Exception)
        {
            return $"{what} needs node, which is not on the path.";
        }
    }

    private static string Folder(string place)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, place) is var found && Directory.Exists(found))
                return found;
        }

        throw new InvalidOperationException($"{place} is not above the tests.");
    }
}
