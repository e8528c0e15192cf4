namespace Handoff.Browser.Tests.Browsing;

/// <summary>The browser of the system: Debian's Chromium, or what <c>HANDOFF_CHROMIUM</c> names.</summary>
internal static class Chromium
{
    /// <summary>Its program.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("HANDOFF_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Why it cannot run here, or null; where <c>HANDOFF_ALL_TESTS=1</c> it has to.</summary>
    public static string? Missing { get; } = Environment.GetEnvironmentVariable("HANDOFF_ALL_TESTS") == "1" || File.Exists(Path)
        ? null
        : $"There is no browser at {Path}: install Chromium (apt-get install chromium), or name one in HANDOFF_CHROMIUM.";
}
