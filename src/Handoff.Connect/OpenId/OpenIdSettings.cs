using Handoff.Service.Links;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Handoff.Connect.OpenId;

/// <summary>Reads the settings of single sign-on, and tells every mistake at once; none repeats the secret.</summary>
public static class OpenIdSettings
{
    public const string Authority = "HANDOFF_OPENID_AUTHORITY";
    public const string ClientId = "HANDOFF_OPENID_CLIENT_ID";
    public const string ClientSecret = "HANDOFF_OPENID_CLIENT_SECRET";
    public const string Label = "HANDOFF_OPENID_LABEL";

    private const string Prefix = "HANDOFF_OPENID_";
    private const string Description = "/.well-known/openid-configuration";
    private const int LongestLabel = 40;

    private static readonly string[] Names = [Authority, ClientId, ClientSecret, Label];

    // Of these Entra lets in whoever has an account anywhere.
    private static readonly string[] EveryTenant = ["common", "organizations", "consumers"];

    /// <summary>The provider, or null: none is set.</summary>
    /// <param name="site">Where people reach the pages, and so where the provider sends them back.</param>
    /// <exception cref="OptionsValidationException">Something is missing or wrong.</exception>
    public static OpenIdOptions? Read(IConfiguration settings, Site site)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(site);
        var mistakes = settings.AsEnumerable().Where(one => one.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Where(one => !Names.Contains(one.Key, StringComparer.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(one.Value))
            .Select(one => $"{one.Key} is no setting. There are {string.Join(", ", Names)}.").ToList();
        var texts = Names.ToDictionary(name => name, name => settings[name]?.Trim() ?? "", StringComparer.Ordinal);
        if (mistakes.Count == 0 && texts.Values.All(text => text.Length == 0))
            return null;

        mistakes.AddRange(Names[..3].Where(name => texts[name].Length == 0)
            .Select(name => $"{name} is not set. Single sign-on needs {Authority}, {ClientId} and {ClientSecret}; docs/deploy.md."));
        var authority = ReadAuthority(texts[Authority], mistakes);
        if (texts[ClientId].Any(char.IsWhiteSpace))
            mistakes.Add($"{ClientId} has white space in it. Copy it whole, and nothing else.");
        if (texts[Label].Length > LongestLabel || texts[Label].Any(char.IsControl))
            mistakes.Add($"{Label} stands on a button: at most {LongestLabel} characters.");
        if (site.BaseAddress is { IsLoopback: false, Scheme: not "https" })
        {
            mistakes.Add($"Single sign-on needs HTTPS: set HANDOFF_PUBLIC_URL to the https address by which people reach the pages, "
                + $"not {site.BaseAddress}.");
        }

        return mistakes.Count > 0 || authority is null
            ? throw new OptionsValidationException(Prefix, typeof(OpenIdOptions), mistakes)
            : new(authority, texts[ClientId], texts[ClientSecret], texts[Label] is { Length: > 0 } label ? label : UsualLabel(authority));
    }

    private static Uri? ReadAuthority(string text, List<string> mistakes)
    {
        if (text.Length == 0)
            return null;
        // Providers show the address of the description at least as often.
        if (text.EndsWith(Description, StringComparison.OrdinalIgnoreCase))
            text = text[..^Description.Length];
        if (!Uri.TryCreate(text, UriKind.Absolute, out var authority) || authority.Query.Length > 0 || authority.Fragment.Length > 0
            || authority.UserInfo.Length > 0 || (authority.Scheme != "https" && !(authority is { Scheme: "http", IsLoopback: true })))
        {
            mistakes.Add($"{Authority} is an https address such as https://login.microsoftonline.com/YOUR-TENANT-ID/v2.0 or "
                + "https://accounts.google.com.");
            return null;
        }

        if (OpenIdOptions.VendorOf(authority) == OpenIdVendor.Entra && Tenant(authority) is var tenant
            && (tenant.Length == 0 || EveryTenant.Contains(tenant, StringComparer.OrdinalIgnoreCase)))
        {
            mistakes.Add(
                $"{Authority} names no tenant: '{tenant}' lets in accounts of other companies. Write your tenant's id in its place, "
                + "as in https://login.microsoftonline.com/YOUR-TENANT-ID/v2.0.");
        }

        return authority;
    }

    private static string Tenant(Uri authority) => authority.Segments.Length > 1 ? authority.Segments[1].Trim('/') : "";

    private static string UsualLabel(Uri authority) => OpenIdOptions.VendorOf(authority) switch
    {
        OpenIdVendor.Entra => "Microsoft",
        OpenIdVendor.Google => "Google",
        _ => authority.Host,
    };
}
