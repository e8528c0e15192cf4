using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Handoff.Delivery.Domains;
using Handoff.Service.Quality;
using Microsoft.Extensions.Logging.Abstractions;

namespace Handoff.Delivery.Tests.Domains;

/// <summary>Asks a resolver over UDP, as it stands in RFC 1035: only what is said for certain is taken for it.</summary>
public sealed class NameSystemTests
{
    [Theory]
    [InlineData(0, "10 mx.rossi.it", DomainMail.Takes)]
    [InlineData(0, "", DomainMail.Takes)] // RFC 5321 5.1: without any the address itself takes the mail
    [InlineData(0, "0 .", DomainMail.TakesNone)] // RFC 7505: a null MX
    [InlineData(3, "", DomainMail.TakesNone)] // NXDOMAIN
    [InlineData(2, "", DomainMail.Unknown)] // SERVFAIL
    [InlineData(5, "", DomainMail.Unknown)] // REFUSED
    public async Task Only_what_is_said_for_certain_counts(int code, string mx, DomainMail says)
    {
        using var resolver = new Resolver((byte)code, mx);

        Assert.Equal(says, await resolver.Names.AskAsync("rossi.it", default));
    }

    [Fact]
    public async Task Who_hangs_is_waited_for_no_longer_than_the_one_who_asks()
    {
        using var resolver = new Resolver(code: null, "");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var begun = Stopwatch.GetTimestamp();

        Assert.Equal(DomainMail.Unknown, await resolver.Names.AskAsync("rossi.it", patience.Token));
        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("no..name.it")]
    [InlineData("a-label-of-more-than-sixty-three-letters-which-no-resolver-can-look-up-at-all.it")]
    public async Task A_name_that_cannot_be_asked_for_is_unknown(string domain)
    {
        using var resolver = new Resolver(0, "10 mx.rossi.it");

        Assert.Equal(DomainMail.Unknown, await resolver.Names.AskAsync(domain, default));
    }

    private sealed class Resolver : IDisposable
    {
        private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));

        /// <param name="code">What it answers; null: it says nothing.</param>
        /// <param name="mx">Preference and name of its one record; empty: none.</param>
        public Resolver(byte? code, string mx)
        {
            var at = (IPEndPoint)_socket.Client.LocalEndPoint!;
            Names = new(NullLogger<NameSystem>.Instance, () => new(new DnsClient.NameServer(at)));
            _ = AnswerAsync(code, mx);
        }

        public NameSystem Names { get; }

        public void Dispose() => _socket.Dispose();

        private async Task AnswerAsync(byte? code, string mx)
        {
            try
            {
                while (true)
                {
                    var asked = await _socket.ReceiveAsync();
                    if (code is { } answer)
                        await _socket.SendAsync(Answer(asked.Buffer, answer, mx), asked.RemoteEndPoint);
                }
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }

        private static byte[] Answer(byte[] asked, byte code, string mx)
        {
            var end = Array.IndexOf(asked, (byte)0, 12) + 5;
            byte[] record = [];
            if (mx.Split(' ') is [var preference, var name])
            {
                byte[] exchange = name == "." ? [0] : [.. name.Split('.').SelectMany(label => (byte[])
                    [(byte)label.Length, .. label.Select(letter => (byte)letter)]), 0];
                var before = byte.Parse(preference, CultureInfo.InvariantCulture);
                record = [0xC0, 12, 0, 15, 0, 1, 0, 0, 0, 60, 0, (byte)(exchange.Length + 2), 0, before, .. exchange];
            }

            byte[] header = [asked[0], asked[1], 0x81, (byte)(0x80 | code), 0, 1, 0, (byte)(record.Length == 0 ? 0 : 1), 0, 0, 0, 0];
            return [.. header, .. asked[12..end], .. record];
        }
    }
}
