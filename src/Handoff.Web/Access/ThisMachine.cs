using System.Net;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Access;

/// <summary>Tells the programs and browsers of this machine from all others.</summary>
internal static class ThisMachine
{
    // What proxies and tunnels add: behind one, every caller has the proxy's own address, which may well be this machine.
    private static readonly string[] Forwarding =
    [
        "Forwarded", "X-Forwarded", "X-Real-IP", "Via", "CF-", "CDN-Loop", "True-Client-IP", "X-Original-", "X-Client-IP",
        "X-Cluster-Client-IP", "X-Envoy-", "X-Azure-", "Fastly-", "X-ProxyUser-", "X-Amz", "Fly-", "X-ARR-", "X-Appengine-", "Ngrok-",
    ];

    /// <summary>
    /// Whether the caller is a program on this machine: the connection is a loopback one, no proxy stands between, and the address asked
    /// for is this machine's too (else a foreign page could reach it through a name of its own that resolves to 127.0.0.1).
    /// </summary>
    /// <remarks>
    /// A proxy that adds no header and asks for 127.0.0.1 cannot be told from a program, so a host that is published must not ask this at
    /// all.
    /// </remarks>
    public static bool Calls(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } remote)
            return false;
        if (!IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote))
            return false;
        // Browsers and programs have spoken HTTP/1.1 for decades; nginx asks what is behind it by 1.0 unless it is told otherwise.
        if (HttpProtocol.IsHttp10(http.Request.Protocol) || http.Request.Headers.Keys.Any(IsForwarding))
            return false;

        var host = http.Request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    private static bool IsForwarding(string name) => Forwarding.Any(one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase));
}
