using System.Collections.Concurrent;
using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Handoff.Delivery.Smtp;

/// <summary>
/// A few open connections to the mail server, each used by one message at a time and kept for the next: connecting, encrypting and
/// signing in cost several times what a message does.
/// </summary>
internal sealed class SmtpConnections(SmtpOptions options, TimeSpan timeout, TimeProvider time,
    RemoteCertificateValidationCallback? trust) : IDisposable
{
    // Servers close what is idle after some minutes; a firewall may do so silently, and then the next message would wait for its time-out.
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim places = new(options.Connections);
    private readonly ConcurrentStack<(SmtpClient Client, long Since)> idle = [];

    /// <summary>Waits until a connection may be used. Each entry is to be followed by <see cref="Leave"/>.</summary>
    public Task EnterAsync(CancellationToken cancellation) => places.WaitAsync(cancellation);

    /// <summary>Lets the next message have a connection.</summary>
    public void Leave() => places.Release();

    /// <summary>
    /// Returns a connection that was used before, or null. The server may have closed it meanwhile; the next command shows that.
    /// </summary>
    public SmtpClient? TakeIdle()
    {
        while (idle.TryPop(out var kept))
        {
            if (kept.Client.IsConnected && time.GetElapsedTime(kept.Since) < LongestIdle) return kept.Client;
            kept.Client.Dispose();
        }

        return null;
    }

    /// <summary>A new connection, encrypted and signed in as configured.</summary>
    /// <exception cref="Exception">Whatever MailKit throws; <see cref="SmtpOutcomes"/> knows what it means.</exception>
    public async Task<SmtpClient> OpenAsync(CancellationToken cancellation)
    {
        var client = new SmtpClient { Timeout = (int)timeout.TotalMilliseconds, ServerCertificateValidationCallback = trust };
        try
        {
            // Revocation lists are fetched over plain HTTP from third parties, which many networks do not let out; then no mail would
            // leave at all.
            client.CheckCertificateRevocation = false;
            await client.ConnectAsync(options.Host, options.Port, Socket(options.Security), cancellation);
            if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, cancellation);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Keeps a connection for the next message, or drops it when it is closed.</summary>
    public void Keep(SmtpClient client)
    {
        if (client.IsConnected) idle.Push((client, time.GetTimestamp()));
        else client.Dispose();
    }

    /// <summary>Drops every idle connection: what broke one has most likely broken them all.</summary>
    public void DropIdle()
    {
        while (idle.TryPop(out var kept)) kept.Client.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        DropIdle();
        places.Dispose();
    }

    private static SecureSocketOptions Socket(SmtpSecurity security) => security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, "Validation lets no other value through."),
    };
}
