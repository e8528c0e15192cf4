using System.Globalization;
using System.Text;
using Handoff.Benchmarks.Http;

namespace Handoff.Benchmarks.Offers;

/// <summary>Asks a rival for the offers that it mailed: a line each, by rising number.</summary>
internal sealed class RivalOffers(Connection connection) : IOffers
{
    // A number that was given earlier may be committed later: the last ones are asked for again.
    private const int Again = 1_000;

    private readonly HashSet<long> _known = [];
    private long _highest;

    public async Task<IReadOnlyList<(string Lead, string Path)>> NewAsync(CancellationToken cancellation)
    {
        var (_, body) = await connection.SendAsync(
            Connection.Request("GET", $"/offers/{Math.Max(0, _highest - Again).ToString(CultureInfo.InvariantCulture)}"), cancellation);
        List<(string, string)> offers = [];
        foreach (var line in Encoding.ASCII.GetString(body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split(' ');
            var number = long.Parse(fields[0], CultureInfo.InvariantCulture);
            if (!_known.Add(number))
                continue;
            _highest = Math.Max(_highest, number);
            offers.Add((fields[1], fields[2]));
        }

        return offers;
    }
}
