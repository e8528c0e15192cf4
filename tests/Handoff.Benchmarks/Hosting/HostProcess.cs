using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Handoff.Benchmarks.Hosting;

/// <summary>The embedded host as a process of its own, on a data folder of its own, listening on loopback only.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private bool _tells;

    private HostProcess(Process process, int port, string data) => (_process, Port, Data) = (process, port, data);

    public int Port { get; }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    /// <summary>From the start of the process until it answered on <c>/readyz</c>.</summary>
    public TimeSpan StartTime { get; private set; }

    public Uri Address => new($"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}/");

    /// <summary>Processor time used so far, all cores together.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the embedded host on the load's agreement.</summary>
    public static Task<HostProcess> StartAsync(string folder, CancellationToken cancellation) =>
        StartAsync(folder, LoadFolder.Write(folder), cancellation);

    /// <summary>Starts the embedded host on an agreement folder.</summary>
    public static Task<HostProcess> StartAsync(string folder, string agreement, CancellationToken cancellation) =>
        StartAsync(folder, "Handoff.Local.dll", "serve", ["--agreement", agreement], cancellation);

    /// <summary>Starts a rival: see <c>tests/Handoff.Benchmarks.Rivals</c>.</summary>
    public static Task<HostProcess> StartRivalAsync(string folder, string name, IEnumerable<string> arguments, CancellationToken cancellation) =>
        StartAsync(folder, "Handoff.Benchmarks.Rivals.dll", name, arguments, cancellation);

    private static async Task<HostProcess> StartAsync(string folder, string dll, string verb, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var port = FreePort();
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, dll), verb, "--data", data, "--urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}", .. arguments,
        ];
        var start = new ProcessStartInfo("dotnet", all) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // The mailbox, the sample's keys, administration on loopback: whatever the shell says.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("HANDOFF_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The host does not start.");
        var host = new HostProcess(process, port, data);
        process.OutputDataReceived += (_, line) => host.Echo(line.Data);
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var ready = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/readyz");
        while (watch.Elapsed < LongestStart && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(ready, cancellation);
                if (answer.IsSuccessStatusCode)
                {
                    host.StartTime = watch.Elapsed;
                    return host;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellation);
        }

        if (process.HasExited)
            throw new InvalidOperationException($"The host ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}; see above.");
        process.Kill();
        throw new InvalidOperationException("The host does not answer on /readyz.");
    }

    /// <summary>A line of <c>/proc/PID/status</c> in MB (10^6 bytes): <c>VmRSS</c> now, <c>VmHWM</c> the highest so far.</summary>
    public double Megabytes(string line)
    {
        var text = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(one => one.StartsWith(line + ":", StringComparison.Ordinal));
        return double.Parse(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    /// <summary>Asks it to end, as an operating system does, and waits.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    // Warnings and errors of the host are part of the result, with the line that tells what; its greeting is not.
    private void Echo(string? line)
    {
        if (line is null)
            return;
        var begins = line.StartsWith("warn", StringComparison.Ordinal) || line.StartsWith("fail", StringComparison.Ordinal);
        if (begins || _tells || line.Contains("xception", StringComparison.Ordinal))
            Console.WriteLine("  host: " + line);
        _tells = begins;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
