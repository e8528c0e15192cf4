using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Handoff.Benchmarks.Hosting;

/// <summary>A PostgreSQL server of its own for one run, with its own defaults (durable commits), reached over loopback.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _bin;
    private readonly string _folder;

    private PostgresServer(string bin, string folder, string connection) => (_bin, _folder, Connection) = (bin, folder, connection);

    /// <summary>The connection to an empty database.</summary>
    public string Connection { get; }

    /// <summary>Whether PostgreSQL is installed (Debian's package <c>postgresql</c>).</summary>
    public static bool IsInstalled => Programs is not null;

    private static string? Programs => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderBy(path => path, StringComparer.Ordinal)
            .Select(path => Path.Combine(path, "bin")).LastOrDefault()
        : null;

    /// <summary>Starts one.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or does not start.</exception>
    public static async Task<PostgresServer> StartAsync(string under, CancellationToken cancellation)
    {
        var bin = Programs ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        var folder = Directory.CreateDirectory(Path.Combine(under, "postgres")).FullName;
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
        {
            // It refuses to run as root, and its user must be able to reach its folder.
            File.SetUnixFileMode(under, File.GetUnixFileMode(under) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
            await RunAsync("chown", ["postgres", folder], cancellation);
        }

        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        probe.Stop();
        await RunAsOwnerAsync(
            Path.Combine(bin, "initdb"), ["-D", folder, "-U", "handoff", "-A", "trust", "-E", "UTF8", "--no-locale"], cancellation);
        await RunAsOwnerAsync(Path.Combine(bin, "pg_ctl"),
            ["-D", folder, "-l", Path.Combine(folder, "log"), "-w", "-o",
                $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c shared_buffers=256MB",
                "start"],
            cancellation);
        return new(bin, folder, $"Host=127.0.0.1;Port={port};Username=handoff;Database=postgres;Maximum Pool Size=90");
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsOwnerAsync(Path.Combine(_bin, "pg_ctl"), ["-D", _folder, "-m", "fast", "-w", "stop"], CancellationToken.None);
        if (!OperatingSystem.IsWindows() && Environment.UserName == "root")
            await RunAsync("chown", ["-R", "root", _folder], CancellationToken.None);
    }

    private static Task RunAsOwnerAsync(string program, string[] arguments, CancellationToken cancellation) =>
        Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments], cancellation)
        : RunAsync(program, arguments, cancellation);

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        // Not redirected: the server that pg_ctl starts inherits what it is given, and would hold a pipe open.
        using var process =
            Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]))
            ?? throw new InvalidOperationException($"{program} does not start.");
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
    }
}
