using System.Net;
using System.Net.Sockets;

namespace Handoff.Connect.Channels;

/// <summary>
/// Which addresses a channel may reach. A name in a file may lead anywhere, and elsewhere a moment later: so the address that is
/// connected to is looked at, and no other.
/// </summary>
internal static class ReachableAddresses
{
    private static readonly IPNetwork[] NeverV4 =
    [
        // A cloud's own: keys lie there.
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("224.0.0.0/3"),
    ];

    private static readonly IPNetwork[] PrivateV4 =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"),
    ];

    private static readonly IPNetwork NeverV6 = IPNetwork.Parse("fe80::/10");
    private static readonly IPNetwork UniqueLocal = IPNetwork.Parse("fc00::/7");
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    // Of the global ones: documentation, and those that lead to an IPv4 address within them.
    private static readonly IPNetwork[] NotGlobal =
        [IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    /// <summary>Whether a channel may be connected to the address.</summary>
    /// <param name="allowPrivate">Whether the own network is meant.</param>
    public static bool Allow(IPAddress address, bool allowPrivate)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !NeverV4.Any(net => net.Contains(address)) && (allowPrivate || !PrivateV4.Any(net => net.Contains(address)));
        if (NeverV6.Contains(address))
            return false;
        if (allowPrivate && (IPAddress.IsLoopback(address) || UniqueLocal.Contains(address)))
            return true;
        return Global.Contains(address) && !NotGlobal.Any(net => net.Contains(address));
    }
}
