using System.Diagnostics;

namespace Handoff.RealFaults.Tests.Hosting;

/// <summary>Waits for what another process does: asks until it is so.</summary>
internal static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan longest, Func<string> what)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed > longest)
                throw new TimeoutException($"Not within {longest}: {what()}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
