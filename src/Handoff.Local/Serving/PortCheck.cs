using System.Net;
using System.Net.Sockets;

namespace Handoff.Local.Serving;

/// <summary>Finds out, before anything is started, that another program listens already: then one sentence says what to do.</summary>
internal static class PortCheck
{
    /// <summary>What to say of the first address that is taken, or null.</summary>
    public static string? FindTaken(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(IsTaken).Select(Say).FirstOrDefault();

    /// <summary>The sentence.</summary>
    public static string Say(string url) =>
        $"{url} is in use by another program, perhaps another running handoff. Stop that one, or listen elsewhere: "
        + $"--urls {Elsewhere(url)}.";

    private static bool IsTaken(string url)
    {
        // What is no address is told by the server.
        if (Parse(url) is not { Port: > 0 } address)
            return false;
        var host = address.Host.Trim('[', ']');
        var ip = IPAddress.TryParse(host, out var own) ? own : host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(ip, address.Port);
            listener.Start();
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    private static string Elsewhere(string url) => Parse(url) is { } address
        ? $"{address.Scheme}://{address.Host}:{(address.Port < 65_535 ? address.Port + 1 : 5081)}"
        : "http://127.0.0.1:5081";

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
