using System.Collections.Immutable;
using System.Text;
using Handoff.People;
using Handoff.Routing;
using Handoff.Rows;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>The smallest turns, changes and lookups; a test adds with <c>with</c> what it is about.</summary>
internal static class Given
{
    public static readonly Instant At = Instant.FromUtc(2026, 3, 2, 10, 0);

    public static StreamId Lead(string id) => new(StreamKind.Lead, id);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static Turn Turn(string lead, long version = 0, int events = 1) => Turn(Lead(lead), version, events);

    public static Turn Turn(StreamId stream, long version = 0, int events = 1) => new()
    {
        Stream = stream,
        ExpectedVersion = version,
        Events = [.. Enumerable.Range(1, events)
            .Select(n => new NewEvent(At, $"event-{version + n}", Utf8($$"""{"n":{{version + n}}}""")))],
        State = Utf8($"state-{version + events}"),
        NextWakeUp = null,
        Row = stream.Kind == StreamKind.Lead ? Row(LeadShelf.Ended) : null,
    };

    public static RowWrite Row(LeadShelf shelf, string text = "row", Instant? received = null, Instant? changed = null) =>
        new(shelf, received ?? At, changed ?? received ?? At, Utf8(text));

    public static LookupWrite Lookup(string key, string lead, long version = 0, Instant? expires = null) =>
        new(key, lead, $"data of {lead}", version, expires);

    public static RotaChange Gives(string team, string rep, int load = 1, int credit = -1) =>
        new(team, [new RotaDelta(new PersonId(rep), load, credit, GotTurn: true)], TakesTurn: true);

    public static RotaChange Frees(string team, string rep) =>
        new(team, [new RotaDelta(new PersonId(rep), -1, 0, GotTurn: false)], TakesTurn: false);

    public static MailCopy Copy(string id, Instant at, params string[] leads) =>
        new(id, "offer", at, ImmutableArray.Create(leads), Utf8($"sealed {id}"));
}
