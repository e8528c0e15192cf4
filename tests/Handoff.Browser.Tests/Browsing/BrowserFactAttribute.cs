using Xunit;

namespace Handoff.Browser.Tests.Browsing;

/// <summary>A test in a browser: skipped where there is none, unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <summary>A theory in a browser: skipped where there is none, unless <c>HANDOFF_ALL_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
