namespace Handoff.Delivery.Tests.Smtp;

/// <summary>
/// One server for the tests of a class, which run one after another. Started by the first that runs, so skipped tests need none.
/// </summary>
public sealed class SharedSmtpServer : IAsyncLifetime
{
    private SmtpServer? server;

    public Task InitializeAsync() => Task.CompletedTask;

    internal async Task<SmtpServer> GetAsync() => server ??= await SmtpServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
