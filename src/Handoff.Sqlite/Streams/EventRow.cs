using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Handoff.Service.Packing;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Streams;

/// <summary>
/// The events of one turn in one row, one behind the other: when it happened (<see cref="InstantColumn"/>, 8 bytes), the length of the type's name and of the
/// JSON (4 bytes each, all little-endian), the name, the JSON.
/// </summary>
internal static class EventRow
{
    private const int HeadBytes = 16;

    public static ReadOnlySpan<byte> Write(ImmutableArray<NewEvent> events)
    {
        var row = new ArrayBufferWriter<byte>(events.Sum(static happened => HeadBytes + happened.Type.Length + happened.Json.Length));
        foreach (var happened in events)
            Write(row, InstantColumn.Write(happened.At), happened.Type, happened.Json.Span);
        return row.WrittenSpan;
    }

    /// <summary>An event that stands alone.</summary>
    public static byte[] Write(long at, string type, ReadOnlySpan<byte> json)
    {
        var row = new ArrayBufferWriter<byte>(HeadBytes + type.Length + json.Length);
        Write(row, at, type, json);
        return row.WrittenSpan.ToArray();
    }

    /// <summary>The events of a row.</summary>
    /// <param name="packed">The row.</param>
    /// <param name="last">The sequence of its last event.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static List<StoredEvent> Read(byte[] packed, long last)
    {
        List<StoredEvent> events = [];
        for (ReadOnlyMemory<byte> rest = Packer.Ledger.Unpack(packed); rest.Length > 0;)
        {
            if (rest.Length < HeadBytes)
                throw Cut();
            var at = BinaryPrimitives.ReadInt64LittleEndian(rest.Span);
            var type = BinaryPrimitives.ReadInt32LittleEndian(rest.Span[8..]);
            var json = BinaryPrimitives.ReadInt32LittleEndian(rest.Span[12..]);
            if (type < 0 || json < 0 || HeadBytes + (long)type + json > rest.Length)
                throw Cut();
            events.Add(new(0, InstantColumn.Read(at), Encoding.UTF8.GetString(rest.Span.Slice(HeadBytes, type)), rest.Slice(HeadBytes + type, json)));
            rest = rest[(HeadBytes + type + json)..];
        }

        for (var i = 0; i < events.Count; i++)
            events[i] = events[i] with { Sequence = last - events.Count + 1 + i };
        return events;
    }

    private static InvalidDataException Cut() => new("A row of events ends before its last event does.");

    private static void Write(ArrayBufferWriter<byte> row, long at, string type, ReadOnlySpan<byte> json)
    {
        var length = Encoding.UTF8.GetByteCount(type);
        var head = row.GetSpan(HeadBytes + length);
        BinaryPrimitives.WriteInt64LittleEndian(head, at);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], length);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], json.Length);
        Encoding.UTF8.GetBytes(type, head[HeadBytes..]);
        row.Advance(HeadBytes + length);
        row.Write(json);
    }
}
