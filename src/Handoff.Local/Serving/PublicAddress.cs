using Handoff.Service.Links;
using Microsoft.Extensions.Options;

namespace Handoff.Local.Serving;

/// <summary>Where people reach the pages.</summary>
/// <param name="Site">The address of the links in mails.</param>
/// <param name="IsSet">Whether it was set, rather than being the first address that is listened on.</param>
internal sealed record PublicAddress(Site Site, bool IsSet)
{
    public const string Variable = "HANDOFF_PUBLIC_URL";

    /// <summary>Reads the setting; where it is empty, the first address that is listened on stands for it.</summary>
    /// <exception cref="OptionsValidationException">It is no address of a web site.</exception>
    public static PublicAddress Read(string? setting, string urls)
    {
        var isSet = !string.IsNullOrWhiteSpace(setting);
        var url = (isSet ? setting! : FirstOf(urls)).Trim().TrimEnd('/') + "/";
        if (Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
            return new(new(address), isSet);
        var name = isSet ? Variable : "--urls";
        throw new OptionsValidationException(Variable, typeof(Site), [$"{name} is an address such as https://leads.example.com."]);
    }

    private static string FirstOf(string urls) => urls.Split(';')[0]
        .Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
}
