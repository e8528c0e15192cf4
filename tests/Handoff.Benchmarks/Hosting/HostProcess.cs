using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Handoff.Benchmarks.Hosting;

/// <summary>How a host is started.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Agreement">The agreement folder.</param>
internal sealed record HostStart(string Data, string Agreement)
{
    /// <summary>The program, in the folder of this one.</summary>
    public string Program { get; init; } = "Handoff.Local.dll";

    /// <summary>Its arguments before <c>--data</c> and <c>--urls</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = ["serve", "--agreement", Agreement];

    /// <summary>Where it listens on loopback; 0: on a free port.</summary>
    public int Port { get; init; }

    /// <summary>The variables <c>HANDOFF_...</c> that it gets; whatever the shell says is not passed on.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Is told each line that it writes.</summary>
    public Action<string> Heard { get; init; } = static _ => { };
}

/// <summary>The host ended before it was ready; its message holds what it wrote.</summary>
internal sealed class HostRefusedException(int exitCode, string said) : Exception($"The host ended with {exitCode}: {said}")
{
    public int ExitCode => exitCode;

    public string Said => said;
}

/// <summary>The embedded host as a process of its own, on a data folder of its own, listening on loopback only.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private HostProcess(Process process, int port, string data, TimeSpan start) =>
        (_process, Port, Data, StartTime) = (process, port, data, start);

    public int Port { get; }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    /// <summary>From the start of the process until it answered on <c>/readyz</c>.</summary>
    public TimeSpan StartTime { get; }

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

    /// <summary>Starts one with the agreement of the load; its warnings and errors are part of the result.</summary>
    public static Task<HostProcess> StartAsync(string folder, CancellationToken cancellation) =>
        StartAsync(folder, LoadFolder.Write(folder), cancellation);

    /// <summary>Starts one with an agreement; its warnings and errors are part of the result.</summary>
    public static Task<HostProcess> StartAsync(string folder, string agreement, CancellationToken cancellation) =>
        StartAsync(new HostStart(Path.Combine(folder, "data"), agreement) { Heard = Echo() }, cancellation);

    /// <summary>Starts a rival: see <c>tests/Handoff.Benchmarks.Rivals</c>.</summary>
    public static Task<HostProcess> StartRivalAsync(
        string folder, string name, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        return StartAsync(
            new HostStart(data, "") { Program = "Handoff.Benchmarks.Rivals.dll", Arguments = [name, .. arguments], Heard = Echo() },
            cancellation);
    }

    /// <summary>Starts one and waits until it is ready.</summary>
    /// <exception cref="HostRefusedException">It ended.</exception>
    public static async Task<HostProcess> StartAsync(HostStart how, CancellationToken cancellation)
    {
        var port = how.Port == 0 ? FreePort() : how.Port;
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var watch = Stopwatch.StartNew();
        var process = Run([.. how.Arguments, "--data", how.Data, "--urls", address], how.Variables, how.Program);
        var said = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        while (watch.Elapsed < LongestStart && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(address + "/readyz"), cancellation);
                if (answer.IsSuccessStatusCode)
                    return new(process, port, how.Data, watch.Elapsed);
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                // It does not listen yet, or takes its time to answer.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellation);
        }

        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        throw new HostRefusedException(process.ExitCode, string.Join(Environment.NewLine, said));

        void Hear(string? line)
        {
            if (line is null)
                return;
            said.Enqueue(line);
            how.Heard(line);
        }
    }

    /// <summary>Starts the command line <c>handoff</c> with these arguments and variables.</summary>
    public static Process Run(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables, string program = "Handoff.Local.dll")
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The mailbox, the sample's keys, administration on loopback: whatever the shell says.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("HANDOFF_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The host does not start.");
    }

    /// <summary>Ends it as a power cut does: SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks it to end, as an operating system does, and waits.</summary>
    /// <returns>How long it took, and its exit code.</returns>
    public async Task<(TimeSpan Took, int ExitCode)> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(CancellationToken.None);
        return (watch.Elapsed, _process.ExitCode);
    }

    /// <summary>A line of <c>/proc/PID/status</c> in MB (10^6 bytes): <c>VmRSS</c> now, <c>VmHWM</c> the highest so far.</summary>
    public double Megabytes(string line)
    {
        var text = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status")
            .First(one => one.StartsWith(line + ":", StringComparison.Ordinal));
        return double.Parse(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    /// <summary>Asks it to end, as an operating system does, and waits.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
    }

    // A warning and the line that tells what are part of the result; its greeting is not.
    private static Action<string> Echo()
    {
        var tells = false;
        return line =>
        {
            var begins = line.StartsWith("warn", StringComparison.Ordinal) || line.StartsWith("fail", StringComparison.Ordinal);
            if (begins || tells || line.Contains("xception", StringComparison.Ordinal))
                Console.WriteLine("  host: " + line);
            tells = begins;
        };
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
