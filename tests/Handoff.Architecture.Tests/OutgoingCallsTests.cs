using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>
/// No address that somebody sends is ever asked: what takes leads, renders pages and keeps data cannot open a connection at all.
/// </summary>
public sealed class OutgoingCallsTests
{
    private static readonly string[] Callers =
    [
        "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.SocketsHttpHandler",
            "System.Net.Http.IHttpClientFactory", "System.Net.WebRequest",
        "System.Net.HttpWebRequest", "System.Net.WebClient", "System.Net.Sockets.Socket", "System.Net.Sockets.TcpClient",
            "System.Net.Sockets.UdpClient", "System.Net.Dns",
        "System.Net.WebSockets.ClientWebSocket",
    ];

    /// <summary>
    /// What may: to the configured mail server or provider, to the configured provider of single sign-on, to vendors and channels whose
    /// addresses stand in the product or the files, and commands of the operator's to the host that they name.
    /// </summary>
    private static readonly string[] Allowed =
    [
        "src/Handoff.Connect/Channels/ChannelConnections.cs", "src/Handoff.Connect/OpenId/OpenIdHandling.cs",
        "src/Handoff.Delivery/Outside/HttpOutside.cs",
        "src/Handoff.Delivery/SendGrid/SendGridTransport.cs", "src/Handoff.Local/Importing/HttpDoor.cs",
        "src/Handoff.Local/Keys/HostKeys.cs", "src/Handoff.Local/Verbs/HealthyVerb.cs",
    ];

    [Theory]
    [InlineData("Handoff")]
    [InlineData("Handoff.Service")]
    [InlineData("Handoff.Web")]
    [InlineData("Handoff.Sqlite")]
    public void It_cannot_open_a_connection(string name) =>
        Assert.Empty(CompiledAssembly.OfProduct.Single(one => one.Name == name).UsedTypes.Intersect(Callers));

    [Fact]
    public void Only_mail_vendors_channels_and_commands_make_HTTP_requests() => Assert.Equal(
        Allowed,
        Repository.SourceFiles().Where(file => File.ReadAllText(file).Contains("HttpClient", StringComparison.Ordinal)
            || File.ReadAllText(file).Contains("SocketsHttpHandler", StringComparison.Ordinal))
            .Select(Repository.Relative).Order(StringComparer.Ordinal));

    [Fact]
    public void The_ban_finds_who_does() =>
        Assert.NotEmpty(CompiledAssembly.OfProduct.Single(one => one.Name == "Handoff.Delivery").UsedTypes.Intersect(Callers));
}
