using System.Diagnostics;
using System.Globalization;

namespace Handoff.Fuzz.Tests.Fuzzing;

/// <summary>An input that broke something.</summary>
/// <param name="Place">Its place behind the seed.</param>
/// <param name="Input">What it was.</param>
/// <param name="Why">What did not hold.</param>
internal sealed record Finding(int Place, byte[] Input, string Why);

/// <summary>Gives a parser one input after another, and watches that each comes to an end with little memory.</summary>
internal static class Player
{
    /// <summary>Beyond this an input is called one that does not end. Large: the machine may have other work.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What reading one input may allocate, all in all: 1 GiB.</summary>
    private const long MostAllocated = 1L << 30;

    /// <summary>Plays inputs until the time is over or one breaks something.</summary>
    /// <returns>How many were played, and what broke.</returns>
    public static async Task<(int Played, Finding? Broken)> PlayAsync(Parser parser, int seed, int from, int most, TimeSpan time)
    {
        var watch = new Watch();
        var playing = Task.Run(() => Play(parser, seed, from, most, time, watch));
        while (await Task.WhenAny(playing, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System)) != playing)
        {
            // What hangs cannot be ended; the test is.
            if (watch.Running is var (place, input, began) && Stopwatch.GetElapsedTime(began) > Patience)
                return (place - from, new(place, input, $"it did not end within {Patience.TotalSeconds} s"));
        }

        return await playing;
    }

    /// <summary>Why an input breaks something, or null.</summary>
    public static string? Broken(Parser parser, byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            parser.Holds(input);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            return broken.ToString();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated > MostAllocated ? string.Create(CultureInfo.InvariantCulture, $"it took {allocated >> 20} MiB of memory") : null;
    }

    private static (int Played, Finding? Broken) Play(Parser parser, int seed, int from, int most, TimeSpan time, Watch watch)
    {
        var began = Stopwatch.GetTimestamp();
        for (var place = from; place - from < most; place++)
        {
            if (Stopwatch.GetElapsedTime(began) > time)
                return (place - from, null);
            var input = Mutation.Make(parser, seed, place);
            watch.Running = (place, input, Stopwatch.GetTimestamp());
            if (Broken(parser, input) is { } why)
                return (place - from, new(place, input, why));
        }

        return (most, null);
    }

    /// <summary>What is being read at the moment.</summary>
    private sealed class Watch
    {
        private readonly Lock _gate = new();

        public (int Place, byte[] Input, long Began)? Running
        {
            get
            {
                lock (_gate)
                    return field;
            }

            set
            {
                lock (_gate)
                    field = value;
            }
        }
    }
}
