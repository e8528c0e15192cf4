namespace Handoff.Benchmarks.Core;

/// <summary>How much of what an operation allocates is what it returns.</summary>
internal static class Weight
{
    private const int Times = 5_000;

    /// <summary>The bytes that stay while the result is kept, what it shares with its arguments not counted.</summary>
    public static long OfResult(Func<object> operation)
    {
        var kept = new object[Times];
        _ = operation();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Times; i++)
            kept[i] = operation();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(kept);
        return (after - before) / Times;
    }
}
