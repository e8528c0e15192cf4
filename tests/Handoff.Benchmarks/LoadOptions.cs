using System.Globalization;

namespace Handoff.Benchmarks;

/// <summary>What the load program was asked.</summary>
internal sealed record LoadOptions
{
    public const string Usage = """
        dotnet run -c Release --project tests/Handoff.Benchmarks --
          intake|checks|crowds|calm|handoff|versus|due|curve|inflight|board|reach|feed|core|all [options]
          --seconds N   how long intake, checks and handoff (60), each of versus (20), of curve and of crowds (15) press
          --clients N   connections of intake, checks and inflight (64)
          --count N     leads of calm (200), due (10000), curve (10000000 at most), inflight and reach (1000000), board (5000);
                        events of feed (100000)
          --flight N    handoffs under way at once in handoff (128)
          --rounds N    how often versus measures each of all, one after the other; medians count (3)
          --keep        leaves the data folder
          --record      keeps the figures in docs/benchmarks/, and writes docs/benchmarks.md and its plots from what is kept there
        """;

    public static readonly string[] All =
        ["intake", "checks", "crowds", "calm", "handoff", "versus", "due", "curve", "inflight", "board", "reach", "feed", "core"];

    public required IReadOnlyList<string> Scenarios { get; init; }

    public int? Seconds { get; private init; }

    public int Clients { get; private init; } = 64;

    public int? Count { get; private init; }

    public int Flight { get; private init; } = 128;

    public int Rounds { get; private init; } = 3;

    public bool Keep { get; private init; }

    public bool Record { get; private init; }

    /// <summary>The options, or null: they cannot be understood.</summary>
    public static LoadOptions? Read(string[] args)
    {
        if (args.Length == 0 || (args[0] != "all" && !All.Contains(args[0], StringComparer.Ordinal)))
            return null;
        var options = new LoadOptions { Scenarios = args[0] == "all" ? All : [args[0]] };
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] == "--keep")
            {
                options = options with { Keep = true };
                continue;
            }

            if (args[i] == "--record")
            {
                options = options with { Record = true };
                continue;
            }

            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < 1)
                return null;
            switch (args[i++])
            {
                case "--seconds":
                    options = options with { Seconds = number };
                    break;
                case "--clients":
                    options = options with { Clients = number };
                    break;
                case "--count":
                    options = options with { Count = number };
                    break;
                case "--flight":
                    options = options with { Flight = number };
                    break;
                case "--rounds":
                    options = options with { Rounds = number };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
