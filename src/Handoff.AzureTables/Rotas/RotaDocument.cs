using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Handoff.People;
using Handoff.Routing;
using NodaTime.Text;

namespace Handoff.AzureTables.Rotas;

/// <summary>A reservation: what a turn on its way changes in a rota.</summary>
/// <param name="Turn">The turn's mark; its first event names it.</param>
/// <param name="Kind">The kind of its stream, as keys write it.</param>
/// <param name="Stream">The stream's id.</param>
/// <param name="Version">The version on which the turn was decided.</param>
/// <param name="At">When it was reserved, in UTC.</param>
/// <param name="Changes">The changes, in order.</param>
internal sealed record Reservation(
    string Turn, string Kind, string Stream, long Version, DateTimeOffset At, ImmutableArray<RotaChange> Changes);

/// <summary>One team's rota as it is stored: what is settled, and what is reserved on top, in order.</summary>
internal sealed record RotaDocument(Rota Settled, ImmutableArray<Reservation> Reserved, long Version)
{
    public static RotaDocument Empty(string team) => new(Rota.Empty(team), [], 0);

    /// <summary>The rota with every reservation: turns on their way count already.</summary>
    public Rota Current =>
        Reserved.SelectMany(reservation => reservation.Changes).Aggregate(Settled, static (rota, change) => rota.Apply(change));

    /// <summary>Keeps what has landed and takes back what never will.</summary>
    public RotaDocument Settle(Func<Reservation, bool?> landed)
    {
        var settled = Settled;
        var left = ImmutableArray.CreateBuilder<Reservation>();
        var tookBack = false;
        foreach (var reservation in Reserved)
        {
            switch (landed(reservation))
            {
                case true:
                    settled = reservation.Changes.Aggregate(settled, static (rota, change) => rota.Apply(change));
                    break;
                case false:
                    tookBack = true;
                    break;
                default:
                    left.Add(reservation);
                    break;
            }
        }

        return new(settled, left.ToImmutable(), Version + (tookBack ? 1 : 0));
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(new Written(
        Settled.Turns,
        [.. Settled.Entries.OrderBy(one => one.Key.Value, StringComparer.Ordinal)
            .Select(one => Write(one.Key.Value, one.Value))],
        [.. Reserved.Select(one => new WrittenReservation(one.Turn, one.Kind, one.Stream, one.Version, one.At,
            [.. one.Changes.Select(change => new WrittenChange(change.TakesTurn,
                [.. change.Deltas.Select(delta => Write(delta))]))]))]));

    public static RotaDocument Read(string team, long version, byte[] json)
    {
        var read = JsonSerializer.Deserialize<Written>(json) ?? throw new InvalidOperationException($"The rota of {team} is empty.");
        return new(
            new Rota
            {
                Team = team,
                Turns = read.Turns,
                Entries = read.Entries.ToImmutableDictionary(
                    one => new PersonId(one.Rep), one => new RotaEntry(one.Load, one.Credit, one.Last) { Today = one.Day?.Tally }),
            },
            [.. read.Reserved.Select(one => new Reservation(one.Turn, one.Kind, one.Stream, one.Version, one.At,
                [.. one.Changes.Select(change => new RotaChange(team,
                    [.. change.Deltas.Select(delta => Read(delta))],
                        change.Takes))]))],
            version);
    }

    private static WrittenEntry Write(string rep, RotaEntry entry) =>
        new(rep, entry.Load, entry.Credit, entry.LastTurn, WrittenDay.Of(entry.Today));

    private static WrittenDelta Write(RotaDelta delta) =>
        new(delta.Rep.Value, delta.Load, delta.Credit, delta.GotTurn, WrittenDay.Of(delta.Today));

    private static RotaDelta Read(WrittenDelta delta) =>
        new(new(delta.Rep), delta.Load, delta.Credit, delta.Got) { Today = delta.Day?.Tally };

    private sealed record Written(long Turns, WrittenEntry[] Entries, WrittenReservation[] Reserved);

    private sealed record WrittenEntry(string Rep, int Load, int Credit, long Last, WrittenDay? Day);

    private sealed record WrittenReservation(
        string Turn, string Kind, string Stream, long Version, DateTimeOffset At, WrittenChange[] Changes);

    private sealed record WrittenChange(bool Takes, WrittenDelta[] Deltas);

    private sealed record WrittenDelta(string Rep, int Load, int Credit, bool Got, WrittenDay? Day);

    private sealed record WrittenDay(string On, int Given)
    {
        [JsonIgnore]
        public DayTally Tally => new(LocalDatePattern.Iso.Parse(On).Value, Given);

        public static WrittenDay? Of(DayTally? tally) =>
            tally is null ? null : new(LocalDatePattern.Iso.Format(tally.Day), tally.Given);
    }
}
