using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Handoff.Web.Access;

/// <summary>
/// From where a request comes, for limits. What a request says of itself (<c>X-Forwarded-For</c>) is believed only of a proxy that is
/// configured, and only as far as such proxies wrote it: anybody can send that header.
/// </summary>
public sealed class Senders
{
    /// <summary>The setting: addresses and networks (<c>10.0.0.0/8</c>) of proxies that may tell for whom they ask, with commas.</summary>
    public const string Variable = "HANDOFF_TRUSTED_PROXIES";

    private const string Forwarded = "X-Forwarded-For";
    private const int MostHops = 20;

    // A person's line has a whole /64 of addresses to choose from.
    private const int BytesOfALine = 8;

    private readonly ImmutableArray<IPNetwork> _trusted;

    private Senders(ImmutableArray<IPNetwork> trusted) => _trusted = trusted;

    /// <summary>Believes no proxy.</summary>
    public static Senders None { get; } = new([]);

    /// <summary>Reads the setting.</summary>
    /// <param name="setting">Its text; null or empty: none.</param>
    /// <param name="always">What is trusted besides, of a host that always stands behind something.</param>
    /// <exception cref="OptionsValidationException">One of them is neither an address nor a network.</exception>
    public static Senders Read(string? setting, params ReadOnlySpan<IPNetwork> always)
    {
        List<IPNetwork> trusted = [.. always];
        foreach (var part in (setting ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(part, out var network))
                trusted.Add(network);
            else if (IPAddress.TryParse(part, out var address))
                trusted.Add(new(Plain(address), Plain(address).GetAddressBytes().Length * 8));
            else
                throw Wrong(part);
        }

        return new([.. trusted]);
    }

    /// <summary>This machine's own addresses, where the Functions host asks from.</summary>
    public static ImmutableArray<IPNetwork> Loopback { get; } = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>By what limits know who asks: an address of version 4, or the line of one of version 6.</summary>
    internal string Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } remote)
            return "";
        var sender = Plain(remote);
        // From the nearest hop outwards: each was written by the one before it, so the first that is no proxy of ours ends what can be
        // believed.
        var hops = http.Request.Headers[Forwarded].SelectMany(line => (line ?? "").Split(',')).Reverse().Take(MostHops);
        foreach (var hop in hops)
        {
            if (!IsTrusted(sender) || Address(hop) is not { } before)
                break;
            sender = before;
        }

        return Line(sender);
    }

    private static OptionsValidationException Wrong(string part) => new(
        Variable, typeof(Senders), [$"{Variable}: '{part}' is neither an address nor a network such as 10.0.0.0/8."]);

    private bool IsTrusted(IPAddress address)
    {
        foreach (var network in _trusted)
        {
            if (network.Contains(address))
                return true;
        }

        return false;
    }

    // Some proxies write the port too.
    private static IPAddress? Address(string hop) => IPAddress.TryParse(hop.Trim(), out var address) ? Plain(address)
        : IPEndPoint.TryParse(hop.Trim(), out var point) ? Plain(point.Address)
        : null;

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string Line(IPAddress address) =>
        address.GetAddressBytes() is { Length: > BytesOfALine } bytes ? Convert.ToHexString(bytes, 0, BytesOfALine) : address.ToString();
}
