using System.Net;
using System.Net.Sockets;
using Handoff.Local.Serving;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>Another program listens where the host is to.</summary>
public sealed class PortTests
{
    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:{0}")]
    public void A_port_in_use_is_one_sentence_that_names_the_option(string urls)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var says = PortCheck.FindTaken(string.Format(null, urls, port));

        Assert.Contains($":{port} is in use by another program", says, StringComparison.Ordinal);
        Assert.Contains("--urls http://", says, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void A_free_one_and_what_is_no_address_are_left_to_the_server(string urls) => Assert.Null(PortCheck.FindTaken(urls));
}
