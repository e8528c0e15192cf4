using System.Diagnostics;
using System.Globalization;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Handoff.Stores.Tests.Contract;
using NodaTime.Testing;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>
/// What this assembly does when it is started as a program: it opens the folder it is given, says so, and commits one lead after the
/// other, saying each number when its commit has returned, until it is ended from outside.
/// </summary>
internal static class OtherProcess
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["commit", var folder])
            return 2;

        await using var store = await SqliteStore.OpenAsync(folder, new FakeClock(Given.At));
        for (var n = 0; ; n++)
        {
            await store.CommitAsync(Turn(n), default);
            await Console.Out.WriteLineAsync(n.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static Turn Turn(int n) => Given.Turn($"lead-{n}", events: 2) with
    {
        NewKey = new byte[32],
        Record = new byte[600],
        Lookups = [Given.Lookup($"person:{n}", $"lead-{n}")],
        Rota = [Given.Gives("sales", "ann@example.com")],
    };

    public static Process Start(string folder)
    {
        var start =
            new ProcessStartInfo(Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet")
            {
                ArgumentList = { typeof(OtherProcess).Assembly.Location, "commit", folder },
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
        return Process.Start(start)!;
    }
}
