using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Handoff.Benchmarks.Http;

/// <summary>
/// One kept-alive HTTP/1.1 connection to this machine: one request at a time, answers of a known length. It does no more than the host's
/// answers need, so that the load program leaves the processors to the host.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket;
    private byte[] _buffer = new byte[16 * 1024];

    private Connection(Socket socket) => _socket = socket;

    public static async Task<Connection> OpenAsync(int port, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellation);
        return new(socket);
    }

    /// <summary>Sends one request; the body is valid until the next one.</summary>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        for (var sent = 0; sent < request.Length;)
            sent += await _socket.SendAsync(request[sent..], SocketFlags.None, cancellation);
        var filled = 0;
        int head;
        while ((head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
            filled += await ReceiveAsync(filled, cancellation);
        var (status, length) = ReadHead(_buffer.AsSpan(0, head + 2));
        var end = head + 4 + length;
        if (end > _buffer.Length)
            Array.Resize(ref _buffer, end);
        while (filled < end)
            filled += await ReceiveAsync(filled, cancellation);
        return (status, _buffer.AsMemory(head + 4, length));
    }

    /// <summary>A request as bytes.</summary>
    public static byte[] Request(string method, string path, string headers = "", string body = "")
    {
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}{(
            method == "GET" ? "" : $"Content-Length: {length}\r\n")}\r\n{body}");
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> ReceiveAsync(int filled, CancellationToken cancellation)
    {
        if (filled == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = await _socket.ReceiveAsync(_buffer.AsMemory(filled), SocketFlags.None, cancellation);
        return count > 0 ? count : throw new IOException("The host closed the connection.");
    }

    private static (int Status, int Length) ReadHead(ReadOnlySpan<byte> head)
    {
        var status = int.Parse(head.Slice("HTTP/1.1 ".Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        if (at < 0)
            return status == 204 ? (status, 0) : throw new IOException("An answer of unknown length.");
        var rest = head[(at + name.Length)..];
        return (status, int.Parse(rest[..rest.IndexOf((byte)'\r')], NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
