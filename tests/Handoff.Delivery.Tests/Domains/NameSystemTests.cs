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
    [InlineData(0, "", DomainMail.TakesNone)] // neither a server nor an address
    [InlineData(0, "0 .", DomainMail.TakesNone)] // RFC 7505: a null MX
    [InlineData(3, "", DomainMail.TakesNone)] // NXDOMAIN
    [InlineData(2, "", DomainMail.Unknown)] // SERVFAIL
    [InlineData(5, "", DomainMail.Unknown)] // REFUSED
    public async Task Only_what_is_said_for_certain_counts(int code, string mx, DomainMail says)
    {
        using var resolver = new Resolver((byte)code, mx);

        Assert.Equal(says, await resolver.Names.AskAsync("rossi.it", default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(28)]
    public async Task Without_a_mail_server_the_address_takes_the_mail(byte type)
    {
        using var resolver = new Resolver(0, "", address: type);

        Assert.Equal(DomainMail.Takes, await resolver.Names.AskAsync("rossi.it", default));
    }

    [Fact]
    public async Task Who_says_nothing_of_addresses_holds_nobody_back()
    {
        using var resolver = new Resolver(0, "", address: null);

        Assert.Equal(DomainMail.Unknown, await resolver.Names.AskAsync("rossi.it", default));
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
        /// <param name="address">The type of the address that it has, 0: it has none; null: of those it does not answer.</param>
        public Resolver(byte? code, string mx, byte? address = 0)
        {
            var at = (IPEndPoint)_socket.Client.LocalEndPoint!;
            Names = new(NullLogger<NameSystem>.Instance, () => new(new DnsClient.NameServer(at)));
            _ = AnswerAsync(code, mx, address);
        }

        public NameSystem Names { get; }

        public void Dispose() => _socket.Dispose();

        private async Task AnswerAsync(byte? code, string mx, byte? address)
        {
            try
            {
                while (true)
                {
                    var asked = await _socket.ReceiveAsync();
                    var type = asked.Buffer[Array.IndexOf(asked.Buffer, (byte)0, 12) + 2];
                    if (code is { } answer && (type == 15 || address is not null))
                    {
                        var record = type == 15 ? Mx(mx) : Address(type, address);
                        await _socket.SendAsync(Answer(asked.Buffer, answer, record), asked.RemoteEndPoint);
                    }
                }
            }
            catch (Exception e) when (e is ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }

        private static byte[] Mx(string mx)
        {
            if (mx.Split(' ') is not [var preference, var name])
                return [];
            byte[] exchange = name == "." ? [0] : [.. name.Split('.').SelectMany(label => (byte[])
                [(byte)label.Length, .. label.Select(letter => (byte)letter)]), 0];
            var before = byte.Parse(preference, CultureInfo.InvariantCulture);
            return [0xC0, 12, 0, 15, 0, 1, 0, 0, 0, 60, 0, (byte)(exchange.Length + 2), 0, before, .. exchange];
        }

        private static byte[] Address(byte asked, byte? has)
        {
            var length = (byte)(asked == 1 ? 4 : 16);
            return asked == has ? [0xC0, 12, 0, asked, 0, 1, 0, 0, 0, 60, 0, length, .. new byte[length]] : [];
        }

        private static byte[] Answer(byte[] asked, byte code, byte[] record)
        {
            var end = Array.IndexOf(asked, (byte)0, 12) + 5;
            byte[] header = [asked[0], asked[1], 0x81, (byte)(0x80 | code), 0, 1, 0, (byte)(record.Length == 0 ? 0 : 1), 0, 0, 0, 0];
            return [.. header, .. asked[12..end], .. record];
        }
    }
}
