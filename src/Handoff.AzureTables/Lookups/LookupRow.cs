using System.Text;
using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.AzureTables.Lookups;

/// <summary>The row of a lookup key. One that takes another's place remembers it, for the case that its lead is never written.</summary>
internal static class LookupRow
{
    public static TableEntity Make(LookupWrite write, LookupPlace place, string turn, long version, TableEntity? former)
    {
        var row = new TableEntity(place.Partition, place.Row)
        {
            ["Key"] = write.Key,
            ["Lead"] = write.LeadId,
            ["Version"] = version,
            ["Turn"] = turn,
        };
        Chunks.Put(row, "Data", Encoding.UTF8.GetBytes(write.Data));
        if (write.ExpiresAt is { } expiry)
            row["Expires"] = InstantNumber.Of(expiry);
        if (former is null)
            return row;
        row["FormerLead"] = former.GetString("Lead");
        Chunks.Put(row, "FormerData", Chunks.Find(former, "Data") ?? []);
        if (former.GetInt64("Expires") is { } formerExpiry)
            row["FormerExpires"] = formerExpiry;
        return row;
    }

    /// <summary>
    /// The row as it was before; its version goes on, so that nobody takes it for one that was read. Null: there was none.
    /// </summary>
    public static TableEntity? Former(TableEntity row)
    {
        if (row.GetString("FormerLead") is not { } lead)
            return null;
        var former = new TableEntity(row.PartitionKey, row.RowKey)
        {
            ["Key"] = row.GetString("Key"),
            ["Lead"] = lead,
            ["Version"] = Version(row) + 1,
            ["Turn"] = "",
        };
        Chunks.Put(former, "Data", Chunks.Find(row, "FormerData") ?? []);
        if (row.GetInt64("FormerExpires") is { } expiry)
            former["Expires"] = expiry;
        return former;
    }

    public static long Version(TableEntity row) => row.GetInt64("Version") ?? 0;

    /// <summary>Whether it counts: it has not expired.</summary>
    public static bool Stands(TableEntity row, Instant now) =>
        row.GetInt64("Expires") is not { } expiry || InstantNumber.Read(expiry) > now;

    public static Lookup Read(TableEntity row) =>
        new(row.GetString("Key"), row.GetString("Lead"), Encoding.UTF8.GetString(Chunks.Find(row, "Data") ?? []), Version(row));
}
