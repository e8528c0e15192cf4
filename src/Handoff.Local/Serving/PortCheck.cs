using System.Net;
using System.Net.Sockets;

namespace Handoff.Local.Serving;

/// <summary>Finds out, before anything is started, that an address cannot be listened on: then one sentence says what to do.</summary>
internal static class PortCheck
{
    private const int UsualPort = 5080;

    private static readonly string Usual = $"--urls http://127.0.0.1:{UsualPort}";

    /// <summary>What to say of the first address that is taken, or cannot be listened on for another reason; else null.</summary>
    public static string? FindTaken(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Find).FirstOrDefault(found => found is not null);

    /// <summary>The sentence of one that is taken.</summary>
    public static string Say(string url) =>
        $"{url.TrimEnd('/')} is in use by another program, perhaps another running handoff. Stop that one, or listen elsewhere: "
        + $"--urls {Elsewhere(url)}.";

    private static string? Find(string url)
    {
        if (Parse(url) is not { } address)
            return $"'{url}' is no address to listen on. Write it so: {Usual}.";
        if (address.PathBase.Length > 0)
            return $"{url} has a path, and an address to listen on has none. Write it so: {Usual}.";
        if (address.Scheme != Uri.UriSchemeHttp)
            return $"{url} cannot be listened on: this host speaks http, and a proxy before it https. Listen so: {Usual}.";
        return address.Port == 0 || address.IsUnixPipe || address.IsNamedPipe
            ? null
            : Addresses(address.Host.Trim('[', ']')).Select(ip => Try(ip, address.Port, url)).FirstOrDefault(found => found is not null);
    }

    private static IPAddress[] Addresses(string host) => IPAddress.TryParse(host, out var own) ? [own]
        : host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        : [IPAddress.Any];

    private static string? Try(IPAddress ip, int port, string url)
    {
        try
        {
            using var listener = new TcpListener(ip, port);
            listener.Start();
            return null;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => Say(url),
                SocketError.AccessDenied => $"This user may not listen on {url}. Listen on a port from 1024 on: {Usual}.",
                // A machine without version 6 has no such loopback, and localhost does without it.
                SocketError.AddressNotAvailable when !IPAddress.IsLoopback(ip) =>
                    $"This machine does not have the address of {url}. Listen on one that it has, or on all: --urls http://0.0.0.0:{port}.",
                _ => null,
            };
        }
    }

    private static string Elsewhere(string url) => Parse(url) is { } address
        ? $"{address.Scheme}://{address.Host}:{(address.Port < 65_535 ? address.Port + 1 : UsualPort + 1)}"
        : $"http://127.0.0.1:{UsualPort + 1}";

    private static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
