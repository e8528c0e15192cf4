namespace Handoff.Browser.Tests.Browsing;

/// <summary>
/// The browser of the system: Debian's Chromium without windows, else the whole one, or what <c>HANDOFF_CHROMIUM</c> names.
/// </summary>
internal static class Chromium
{
    // The same engine; the whole one draws its own window beside every page, at about as much again.
    private static readonly string[] Debians = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    /// <summary>Its program.</summary>
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("HANDOFF_CHROMIUM") ?? Array.Find(Debians, File.Exists) ?? Debians[0];

    /// <summary>Why it cannot run here, or null; where <c>HANDOFF_ALL_TESTS=1</c> it has to.</summary>
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("HANDOFF_ALL_TESTS") == "1" || File.Exists(Path)
        ? null
        : $"There is no browser at {Path}: install one (apt-get install chromium-headless-shell), or name it in HANDOFF_CHROMIUM.";
}
