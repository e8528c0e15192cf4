using System.Net;
using Handoff.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Handoff.Web.Tests.Access;

/// <summary>By what limits know who asks: what a request says of itself is believed of configured proxies only.</summary>
public sealed class SendersTests
{
    [Theory]
    // Nothing is configured: the connection says it.
    [InlineData("", "192.0.2.7", null, "192.0.2.7")]
    [InlineData("", "192.0.2.7", "203.0.113.9", "192.0.2.7")]
    [InlineData("", "127.0.0.1", "203.0.113.9", "127.0.0.1")]
    [InlineData("", "::ffff:192.0.2.7", null, "192.0.2.7")]
    [InlineData("", null, "203.0.113.9", "")]
    // A line of version 6 is one sender, whatever address of it asks.
    [InlineData("", "2001:db8:1:2:3:4:5:6", null, "20010DB800010002")]
    [InlineData("", "2001:db8:1:2:ffff::1", null, "20010DB800010002")]
    [InlineData("", "2001:db8:1:3::1", null, "20010DB800010003")]
    // A trusted proxy says for whom it asks.
    [InlineData("10.0.0.1", "10.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.0/8", "10.1.2.3", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.1/8", "10.1.2.3", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1, ::1", "::1", "203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.1", "10.0.0.1", "203.0.113.9:50123", "203.0.113.9")]
    [InlineData("10.0.0.1", "10.0.0.1", "[2001:db8:1:2::9]:443", "20010DB800010002")]
    [InlineData("10.0.0.1", "10.0.0.1", " 2001:db8:1:2::9 ", "20010DB800010002")]
    // Another is not believed.
    [InlineData("10.0.0.1", "10.0.0.2", "203.0.113.9", "10.0.0.2")]
    [InlineData("10.0.0.0/8", "192.0.2.7", "203.0.113.9", "192.0.2.7")]
    // What the asker itself wrote stands to the left of what the proxy saw.
    [InlineData("10.0.0.1", "10.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.1", "10.0.0.1", "10.0.0.1, 198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.1,10.0.0.2", "10.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9")]
    // A proxy that asks for itself, or tells nothing that is an address.
    [InlineData("10.0.0.1", "10.0.0.1", null, "10.0.0.1")]
    [InlineData("10.0.0.1", "10.0.0.1", "", "10.0.0.1")]
    [InlineData("10.0.0.1", "10.0.0.1", "unknown", "10.0.0.1")]
    [InlineData("10.0.0.1", "10.0.0.1", "203.0.113.9, _hidden", "10.0.0.1")]
    public void A_sender_is_the_nearest_that_can_be_believed(string trusted, string? remote, string? forwarded, string sender)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        if (forwarded is not null)
            http.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(sender, Senders.Read(trusted).Of(http));
    }

    [Fact]
    public void Two_lines_of_the_header_are_read_as_one_and_an_endless_one_not_to_its_end()
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.1");
        http.Request.Headers["X-Forwarded-For"] = new(["198.51.100.1", "203.0.113.9, 10.0.0.2"]);
        Assert.Equal("203.0.113.9", Senders.Read("10.0.0.0/8").Of(http));

        http.Request.Headers["X-Forwarded-For"] = "203.0.113.9, " + string.Join(", ", Enumerable.Repeat("10.0.0.2", 10_000));
        Assert.Equal("10.0.0.2", Senders.Read("10.0.0.0/8").Of(http));
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.1, nonsense")]
    [InlineData("*")]
    public void What_is_no_address_and_no_network_is_told(string setting)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Senders.Read(setting));

        Assert.StartsWith("HANDOFF_TRUSTED_PROXIES: '", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }
}
