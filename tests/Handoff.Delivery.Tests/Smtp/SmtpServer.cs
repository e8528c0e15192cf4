using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using MimeKit;

namespace Handoff.Delivery.Tests.Smtp;

/// <summary>What the server took: the envelope, and the message as it came over the wire.</summary>
internal sealed record Received(string Connection, bool Secure, string? User, bool Utf8, string From, string To, byte[] Raw)
{
    public string Source => System.Text.Encoding.UTF8.GetString(Raw);

    public MimeMessage Message() => MimeMessage.Load(new MemoryStream(Raw));
}

/// <summary>A real SMTP server in a process of its own.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Process process;
    private readonly Channel<Received> received = Channel.CreateUnbounded<Received>();
    private readonly Task reading;

    private SmtpServer(Process process, int port)
    {
        this.process = process;
        Port = port;
        reading = ReadAsync();
    }

    public static string Folder { get; } = FindFolder();

    public int Port { get; }

    public static async Task<SmtpServer> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "node")
        { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("server.mjs");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var started = Process.Start(start)!;
        var line = await started.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The test mail server did not start.");
        return new SmtpServer(started, JsonDocument.Parse(line).RootElement.GetProperty("port").GetInt32());
    }

    public async Task<Received> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await received.Reader.ReadAsync(patience.Token);
    }

    public async Task<Received> NextAsync(string to)
    {
        while (true)
            if (await NextAsync() is var next && next.To == to) return next;
    }

    /// <summary>The next message, however long it takes; null when the server has ended.</summary>
    public async Task<Received?> NextOrNullAsync() =>
        await received.Reader.WaitToReadAsync() && received.Reader.TryRead(out var next) ? next : null;

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            received.Writer.TryWrite(JsonSerializer.Deserialize<Received>(line, Json)!);
        received.Writer.Complete();
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "tests", "smtp-server") is var found && Directory.Exists(found)) return found;
        throw new InvalidOperationException("tests/smtp-server is not above the tests.");
    }
}
