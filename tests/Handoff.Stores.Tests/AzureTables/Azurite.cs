using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Handoff.Stores.Tests.AzureTables;

/// <summary>The storage emulator in a process of its own, on free ports.</summary>
internal sealed partial class Azurite : IAsyncDisposable
{
    // The emulator's well-known account; it guards nothing.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lazy<Task<Azurite>> OfAllTests = new(() => StartAsync());
    private static readonly NodePackage Package = new("tests/azurite", "azurite", "The storage emulator");

    private readonly string[] _arguments;
    private Process _process;
    private bool _isGone;

    private Azurite(Process process, string[] arguments, int blobPort, int queuePort, int tablePort)
    {
        (_process, _arguments, BlobPort, QueuePort, TablePort) = (process, arguments, blobPort, queuePort, tablePort);
    }

    /// <summary>One that lives as long as the tests; each test has tables of its own in it.</summary>
    public static Task<Azurite> Shared => OfAllTests.Value;

    /// <summary>Why it cannot run here, or null; where <c>HANDOFF_ALL_TESTS=1</c> it has to.</summary>
    public static string? Missing => Package.Missing;

    public int BlobPort { get; }

    public int QueuePort { get; }

    public int TablePort { get; }

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};QueueEndpoint=http://127.0.0.1:{QueuePort}/{Account};" +
        $"TableEndpoint=http://127.0.0.1:{TablePort}/{Account};");

    /// <summary>Starts one.</summary>
    /// <param name="folder">Where it keeps its data; null: in memory.</param>
    public static async Task<Azurite> StartAsync(string? folder = null)
    {
        string[] arguments = folder is null ? ["--inMemoryPersistence"] : ["--location", folder];
        var (process, ports) = await RunAsync(arguments, 0, 0, 0);
        var azurite = new Azurite(process, arguments, ports["Blob"], ports["Queue"], ports["Table"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.Kill();
        return azurite;
    }

    /// <summary>Stops it as a crash would.</summary>
    public async Task StopAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again, on the same ports and data.</summary>
    public async Task StartAgainAsync()
    {
        _process.Dispose();
        (_process, _) = await RunAsync(_arguments, BlobPort, QueuePort, TablePort);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _isGone = true;
        _process.Dispose();
    }

    private void Kill()
    {
        if (!_isGone && !_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    private static async Task<(Process Process, Dictionary<string, int> Ports)> RunAsync(
        string[] arguments, int blobPort, int queuePort, int tablePort)
    {
        var start = Package.Command();
        foreach (var argument in new[] { "node_modules/azurite/dist/src/azurite.js", "--silent", "--skipApiVersionCheck",
            "--disableTelemetry",
            "--blobPort", blobPort.ToString(CultureInfo.InvariantCulture), "--queuePort", queuePort.ToString(CultureInfo.InvariantCulture),
                "--tablePort", tablePort.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        Dictionary<string, int> ports = new(StringComparer.Ordinal);
        while (ports.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException("The storage emulator did not start.");
            if (Listening().Match(line) is { Success: true } match)
                ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
        }

        _ = process.StandardOutput.ReadToEndAsync();
        return (process, ports);
    }

    [GeneratedRegex(
        @"Azurite (?<service>\w+) service is successfully listening at \S+:(?<port>\d+)", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
