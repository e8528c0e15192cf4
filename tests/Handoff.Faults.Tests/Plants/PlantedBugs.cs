using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Faults.Tests.Outside;
using Handoff.Faults.Tests.World;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Routing;
using Handoff.Rows;
using Handoff.Service.Delivery;
using Handoff.Service.Links;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Plants;

/// <summary>Bugs that somebody might write, each with the promise that it breaks.</summary>
internal static class PlantedBugs
{
    public static IReadOnlyDictionary<string, (Plant Plant, string Breaks)> All { get; } =
        new Dictionary<string, (Plant, string)>(StringComparer.Ordinal)
        {
            ["a dropped wake-up"] = (Turned(turn => Has<Offered>(turn) ? turn with { NextWakeUp = null } : turn), "has a wake-up"),
            ["an opportunity that nobody looks at again"] =
            (Turned(turn => Has<FeedbackGiven>(turn) ? turn with { NextWakeUp = null } : turn), "has a wake-up"),
            ["a wake-up an hour late"] =
            (Turned(turn => turn with { NextWakeUp = turn.NextWakeUp + Duration.FromHours(1) }), "has a wake-up"),
            ["an acceptance without a version check"] = (new StorePlant(store => new Unchecked(store)), ""),
            ["a deadline counted from the re-offer"] =
            (Told(happened => happened is Offered { Number: > 1 } e ? [e, Later(e)] : [happened]), "Promise 4"),
            ["an outbox that loses an alert"] =
            (Told(happened => happened is MessageOwed { Message.Kind: MessageKind.Breach } ? [] : [happened]), "is owed with it"),
            ["a breach charged to who was yet to be told"] = (Told(happened => happened is ClockBreached e
                ? [e with { Charges = [.. e.Charges.Select(charge => charge with { Who = charge.Who ?? new("carla.neri@acme.example") })] }]
                : [happened]), "nobody is charged before"),
            ["a lead that waits for a rep who comes later"] =
            (Told(happened => happened is Queued { Choice.KeptBy: not null } e ? [Later(e)] : [happened]), "waits with the manager"),
            ["a rung carried out twice"] =
            (Told(happened => happened is RungPassed ? [happened, happened] : [happened]), "carried out once"),
            ["a breach that starts the clock again"] =
            (Told(happened => happened is ClockBreached e ? [e, Again(e)] : [happened]), "never restarts"),
            ["a change of hands that gives all the time again"] = (
            Told(happened => happened is ClockReplanned e ? [e with { Plan = e.Plan with { Ran = Duration.Zero } }] : [happened]),
                "stays run"),
            ["an acceptance that is taken by two"] =
            (Told(happened => happened is OfferAccepted e ? [e, e with { By = new("luca.serra@acme.example") }] : [happened]), "Promise 2"),
            ["a mail that counts as sent and is not"] = (new TransportPlant(), "at least once"),
            ["a link that never expires"] = (new LinkPlant(), "expires"),
            ["an erasure that keeps the key"] = (Turned(turn => turn with { Erases = false }), "erases it everywhere"),
            ["a delivery that is forgotten"] = (Turned(turn => Without(turn, "delivery:")), "Promise 1"),
            ["an answer before the write"] = (new StorePlant(store => new Careless(store)), "Promise 1"),
            ["a lead that waits where nobody looks"] = (Turned(OffTheQueue), "The row of a lead"),
            ["an alert without a memory"] = (Turned(turn => Without(turn, "alert:")), "into its stream once"),
            ["a load that is never given back"] = (
            Turned(turn => turn with { Rota = turn.Rota.RemoveAll(change => change.Deltas.Any(delta => delta.Load < 0)) }),
                "Figures equal"),
            ["a name in the ledger"] = (Told(happened => happened is LeadReceived e
                ? [e with { Reception = e.Reception with { Country = Vendors.Mark } }]
                : [happened]), "Promise 7"),
            ["a message that went out and is owed again"] = (new StorePlant(store => new Stale(store)), "A message ends once"),
            ["a day deadline an hour off over a change of the clocks"] = (Told(
            happened => happened is ClockStarted { Within.IsDays: true } e ? [AnHourOff(e)] : [happened]), "by the wall clock"),
            ["a credit given back twice"] = (Turned(turn => turn with { Rota = [.. turn.Rota, .. turn.Rota.Where(IsGivenBack)] }),
            "given back once"),
            ["an undo that gives the lead back for nothing"] = (
            Turned(turn => Has<ReplyUndone>(turn) ? turn with { Rota = turn.Rota.RemoveAll(IsGivenBack) } : turn),
                "a turn's credit is paid once"),
            ["only the nudge dropped after a conflict"] = (new NudgePlant(), "is told of a turn"),
            ["a held mail sent after erasure"] = (new HoldingPlant(), "of an erased lead nothing is sent"),
            ["a return that is contested twice"] =
            (Told(happened => happened is ReturnContested e ? [e, e] : [happened]), "is contested once"),
            ["a contest that goes on after its answer"] =
            (Told(happened => happened is ContestUpheld or ContestOverturned ? [happened, happened] : [happened]), "is answered once"),
            ["a handoff after a contest that nobody can find"] =
            (Told(happened => happened is SentAgain ? [] : [happened]), "is named by the one before"),
            ["a figure that misses what changed last"] =
            (new StorePlant(store => new Passing(store)), "A figure is what its leads add up to"),
            ["a quota that is not kept"] = (new RotaPlant(), "no more than the quota"),
            ["an index that loses streams"] = (new StorePlant(store => new Forgetful(store)), "Promise 3"),
        };

    private static StorePlant Turned(Func<Turn, Turn> change) => new StorePlant(store => new Changing(store, change));

    private static StorePlant Told(Func<LeadEvent, IEnumerable<LeadEvent>> change) => new StorePlant(store => new Telling(store, change));

    private static bool Has<T>(Turn turn)
        where T : LeadEvent => turn.Events.Any(one => one.Type == LeadStory.TypeOf<T>());

    private static Turn Without(Turn turn, string kind) =>
        turn with { Lookups = turn.Lookups.RemoveAll(lookup => lookup.Key.StartsWith(kind, StringComparison.Ordinal)) };

    private static Turn OffTheQueue(Turn turn) =>
        turn.Row is { Shelf: LeadShelf.Waiting } row ? turn with { Row = row with { Shelf = LeadShelf.Open } } : turn;

    private static bool IsGivenBack(RotaChange change) =>
        !change.TakesTurn && change.Deltas.Any(delta => delta.Credit != 0);

    /// <summary>As if a day were 24 hours: only where the clocks of Rome change between start and deadline it makes a difference.</summary>
    private static ClockStarted AnHourOff(ClockStarted e)
    {
        var rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];
        var off = rome.GetUtcOffset(e.Plan.From) - rome.GetUtcOffset(e.Plan.Due);
        var due = e.Plan.Due - Duration.FromSeconds(off.Seconds);
        return e with { Plan = e.Plan with { Due = due, Rungs = [.. e.Plan.Rungs.Select(rung => rung == e.Plan.Due ? due : rung)] } };
    }

    /// <summary>To the first who is off shift, instead of the queue.</summary>
    private static Offered Later(Queued e) =>
        new(e.At, 99, [e.Choice!.Considered.First(one => one.Verdict == Verdict.OffShift).Rep], false, e.Choice.Team, null,
            e.Choice, null);

    private static ClockReplanned Later(Offered e)
    {
        var due = e.At + Duration.FromHours(2);
        return new(
            e.At, ClockName.Accept, ReplanCause.ChangedHands,
            new("office", e.At, Duration.Zero, 0, Duration.FromHours(2), due, [due, due, due, due]));
    }

    private static ClockStarted Again(ClockBreached e) =>
        new(e.At, e.Clock, Handoff.Calendars.Within.OfDays(1), Handoff.Calendars.ClockMode.Elapsed, "patient", null,
        new("office", e.At, Duration.Zero, 0, Duration.FromDays(1), e.At + Duration.FromDays(1),
            [e.At + Duration.FromDays(1), e.At + Duration.FromDays(1)]));

    private sealed class StorePlant(Func<IStreamStore, IStreamStore> plant) : Plant
    {
        public override IStreamStore Streams(SimulatedWorld world) => plant(world.Store);
    }

    /// <summary>What a rep was given today is forgotten when the next lead is given.</summary>
    private sealed class RotaPlant : Plant
    {
        public override Rota Rota(Rota read) =>
            read with { Entries = read.Entries.ToImmutableDictionary(one => one.Key, one => one.Value with { Today = null }) };
    }

    private sealed class TransportPlant : Plant, IMailTransport
    {
        public string Name => "planted";

        public override IMailTransport Transport(IMailTransport real) => this;

        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));
    }

    private sealed class LinkPlant : Plant, ILinkProtector
    {
        private readonly OpenLinks _sound = new();

        public override ILinkProtector Links(ILinkProtector real) => this;

        public string Protect(LinkGrant grant) => _sound.Protect(grant);

        public LinkGrant? Unprotect(string token) =>
            _sound.Unprotect(token) is { } grant ? grant with { ExpiresAt = Instant.MaxValue } : null;
    }

    private sealed class Changing(IStreamStore sound, Func<Turn, Turn> change) : PlantedStore(sound)
    {
        public override ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation) =>
            Sound.CommitAsync(change(turn), cancellation);
    }

    private sealed class Telling(IStreamStore sound, Func<LeadEvent, IEnumerable<LeadEvent>> change) : PlantedStore(sound)
    {
        public override async ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation) =>
            await Sound.CommitAsync(turn.Stream.Kind == StreamKind.Lead ? await WithEventsAsync(turn, change) : turn, cancellation);
    }

    private sealed class Unchecked(IStreamStore sound) : PlantedStore(sound)
    {
        public override async ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation)
        {
            var head = Has<OfferAccepted>(turn) ? await Sound.FindAsync(turn.Stream, default) : null;
            return await Sound.CommitAsync(
                head is null ? turn : turn with { ExpectedVersion = head.Version, ExpectedTag = null }, cancellation);
        }
    }

    private sealed class Careless(IStreamStore sound) : PlantedStore(sound)
    {
        private int _begun;

        public override ValueTask<Commit> CommitAsync(Turn turn, CancellationToken cancellation) =>
            turn.NewKey is not null && ++_begun % 5 == 0 ? ValueTask.FromResult(Commit.Of("0")) : Sound.CommitAsync(turn, cancellation);
    }

    /// <summary>A state from before the last messages went out passes for the newest.</summary>
    private sealed class Stale(IStreamStore sound) : PlantedStore(sound)
    {
        public override async ValueTask<StreamHead?> FindAsync(StreamId stream, CancellationToken cancellation)
        {
            if (await Sound.FindAsync(stream, cancellation) is not { Stream.Kind: StreamKind.Lead } head)
                return await Sound.FindAsync(stream, cancellation);
            var events = (await Sound.ReadEventsAsync(stream, cancellation)).Where(one => one.Sequence <= head.Version)
                .Select(one => LedgerJson.ReadLeadEvent(one.Json.Span)).ToList();
            var before = LeadEvolution.Replay(events[..(events.FindLastIndex(one => one is not MessageSent) + 1)]);
            return head with { State = LedgerJson.Write(before with { Version = (int)head.Version }) };
        }
    }

    /// <summary>Who asks what has changed is not told of the newest.</summary>
    private sealed class Passing(IStreamStore sound) : PlantedStore(sound)
    {
        public override IAsyncEnumerable<StoredRow> ReadRowsAsync(RowQuery query, CancellationToken cancellation) => Sound.ReadRowsAsync(
            query.ChangedFrom is { } from ? query with { ChangedFrom = from + Duration.FromDays(1) } : query, cancellation);
    }

    private sealed class Forgetful(IStreamStore sound) : PlantedStore(sound)
    {
        public override async ValueTask<IReadOnlyList<PassedWakeUp>> FindDueAsync(Instant now, int limit, CancellationToken cancellation) =>
            [.. (await Sound.FindDueAsync(now, limit, cancellation)).Where(passed => passed.Stream.Kind == StreamKind.Lead)];
    }
}
