using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using Handoff.AzureTables.Streams;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Copies;

/// <summary>
/// The rows of a message's copy: itself, in the partition of the stream that sent it and in that turn's transaction; and in the index
/// where it is, by id, by time, and by each lead that it names. A row of the index whose copy is not there, or is another by now, counts
/// for nothing.
/// </summary>
internal static class CopyRows
{
    public static async Task<TableEntity> MakeAsync(StreamId stream, MailCopy copy, LargeBytes large, InlineRoom room)
    {
        var row = new TableEntity(StreamKey.Partition(stream), StreamKey.Copy(copy.Id))
        {
            ["CopyId"] = copy.Id,
            ["Kind"] = copy.Kind,
            ["At"] = InstantNumber.Of(copy.At),
            ["Leads"] = JsonSerializer.Serialize(copy.LeadIds),
        };
        await large.PutAsync(row, "Sealed", copy.Sealed, room.For(copy.Sealed.Length), StreamKey.PersonalBlobs(stream));
        return row;
    }

    /// <summary>The rows of the index.</summary>
    public static IEnumerable<TableEntity> Pointers(StreamId stream, MailCopy copy, string shard)
    {
        var at = InstantNumber.Of(copy.At);
        var id = TableKey.Of(copy.Id);
        string[] keys = [ById(copy.Id), $"{Newest}{InstantNumber.Falling(at)}|{id}",
            .. copy.LeadIds.Distinct(StringComparer.Ordinal).Select(lead => $"{OfLead(lead)}{InstantNumber.Falling(at)}|{id}")];
        return keys.Select(key => new TableEntity(shard, key)
        {
            ["Kind"] = StreamKey.Letter(stream.Kind),
            ["Id"] = stream.Id,
            ["CopyId"] = copy.Id,
            ["At"] = at,
        });
    }

    /// <summary>The row that finds a copy by its id.</summary>
    public static string ById(string id) => $"I|{TableKey.Of(id)}";

    /// <summary>With what the rows of all copies begin, the newest first.</summary>
    public const string Newest = "N|";

    /// <summary>With what the rows of a lead's copies begin, the newest first.</summary>
    public static string OfLead(string lead) => $"C|{TableKey.Of(lead)}|";

    public static async Task<MailCopy?> ReadAsync(TableEntity row, LargeBytes large, CancellationToken cancellation) =>
        await large.FindAsync(row, "Sealed", cancellation) is { } box
            ? new(row.GetString("CopyId"), row.GetString("Kind"), InstantNumber.Read(row.GetInt64("At") ?? 0), Leads(row), box)
            : null;

    public static ImmutableArray<string> Leads(TableEntity row) => [.. JsonSerializer.Deserialize<string[]>(row.GetString("Leads")) ?? []];
}
