using System.Net;
using System.Net.Sockets;

namespace Handoff.Connect.Channels;

/// <summary>Where a channel leads is an address to which it must not.</summary>
internal sealed class UnreachableAddressException : IOException
{
    public UnreachableAddressException(string message)
        : base(message)
    {
    }
}

/// <summary>The connections to channels: without redirects, proxies or cookies, and to no address that is not allowed.</summary>
internal sealed class ChannelConnections : IDisposable
{
    /// <summary>How long an attempt may take, as Standard Webhooks says: 15 to 30 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Resolved = TimeSpan.FromMinutes(2);

    private readonly HttpClient _public = Client(allowPrivate: false);
    private readonly HttpClient _private = Client(allowPrivate: true);

    public HttpClient Of(bool allowPrivate) => allowPrivate ? _private : _public;

    public void Dispose()
    {
        _public.Dispose();
        _private.Dispose();
    }

    private static HttpClient Client(bool allowPrivate) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = Resolved,
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowPrivate, cancellation),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        var allowed = addresses.Where(address => ReachableAddresses.Allow(address, allowPrivate)).ToArray();
        if (allowed.Length == 0)
            throw new UnreachableAddressException("It leads into a private network; 'allow_private: true' allows that.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
