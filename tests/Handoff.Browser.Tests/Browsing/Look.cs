using Handoff.People;
using Microsoft.Playwright;

namespace Handoff.Browser.Tests.Browsing;

/// <summary>The widths at which every page is looked at.</summary>
public enum Device
{
    /// <summary>360 pixels wide, the narrowest that is common.</summary>
    Phone,

    /// <summary>A screen of an office.</summary>
    Desktop,
}

/// <summary>How somebody looks at a page.</summary>
/// <param name="Language">The browser's language.</param>
/// <param name="Device">The device.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Scripts">Whether scripts run.</param>
internal sealed record Look(Language Language, Device Device, ColorScheme Scheme, bool Scripts = true)
{
    public BrowserNewContextOptions Options => new()
    {
        Locale = Language.Culture.Name,
        ViewportSize = Device.Size(),
        ColorScheme = Scheme,
        JavaScriptEnabled = Scripts,
        ReducedMotion = ReducedMotion.Reduce,
    };
}

/// <summary>The sizes of devices.</summary>
internal static class Devices
{
    public static ViewportSize Size(this Device device) =>
        device == Device.Phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 800 };
}
