using System.Net;
using Handoff.Connect.Channels;

namespace Handoff.Web.Tests.Channels;

public sealed class ReachableAddressesTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    [InlineData("::ffff:93.184.216.34")]
    public void Public_addresses_are_reached(string address) =>
        Assert.True(ReachableAddresses.Allow(IPAddress.Parse(address), allowPrivate: false));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    public void Those_of_the_own_network_only_where_the_file_allows_it(string address)
    {
        Assert.False(ReachableAddresses.Allow(IPAddress.Parse(address), allowPrivate: false));
        Assert.True(ReachableAddresses.Allow(IPAddress.Parse(address), allowPrivate: true));
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("::")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2001:0:0:1::1")]
    [InlineData("ff02::1")]
    public void A_clouds_own_and_those_that_hide_another_never(string address)
    {
        Assert.False(ReachableAddresses.Allow(IPAddress.Parse(address), allowPrivate: false));
        Assert.False(ReachableAddresses.Allow(IPAddress.Parse(address), allowPrivate: true));
    }
}
