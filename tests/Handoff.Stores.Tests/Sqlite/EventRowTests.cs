using System.Collections.Immutable;
using Handoff.Service.Packing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Streams;
using Handoff.Stores.Tests.Contract;
using NodaTime;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>The events of a turn in one row.</summary>
public sealed class EventRowTests
{
    [Fact]
    public void What_is_written_is_read_back_in_its_order_with_its_numbers()
    {
        ImmutableArray<NewEvent> events =
        [
            new(Given.At, "received", Given.Utf8("""{"type":"received"}""")),
            new(Given.At + Duration.Epsilon, "", Given.Utf8("")),
            new(Instant.MaxValue, "ünïcode_☂", Given.Utf8("\0é")),
        ];

        var read = EventRow.Read(Packer.Ledger.Pack(EventRow.Write(events)), last: 9);

        Assert.Equal([7L, 8L, 9L], read.Select(one => one.Sequence));
        Assert.Equal(events.Select(one => (one.At, one.Type, Convert.ToHexString(one.Json.Span))), read.Select(one => (one.At, one.Type, Convert.ToHexString(one.Json.Span))));
    }

    [Fact]
    public void A_row_that_ends_before_its_last_event_does_is_refused()
    {
        var row = EventRow.Write([new(Given.At, "received", Given.Utf8("""{"type":"received"}"""))]).ToArray();
        for (var length = 1; length < row.Length; length++)
            Assert.Throws<InvalidDataException>(() => EventRow.Read(row[..length], last: 1));
    }
}
