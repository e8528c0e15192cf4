using System.Collections.Immutable;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using NodaTime;

namespace Handoff.Sqlite.Lookups;

/// <summary>The rows of lookups.</summary>
internal static class LookupRows
{
    // No row has it: they count from 1. What is kept for minutes is appended, whatever row there is.
    private const long None = 0;

    /// <summary>The lookup, unless it has expired at <paramref name="now"/>.</summary>
    public static Lookup? Find(Database database, RecentLookups recent, string key, Instant now) =>
        Counting(FindRow(database, recent, key, LookupKey.Of(key)), now);

    /// <summary>Looks for the rows of the keys that a turn claims.</summary>
    /// <returns>The number of each, or null: one is not as the turn read it.</returns>
    public static long[]? FindAsRead(Database main, RecentLookups recent, ImmutableArray<LookupWrite> lookups, ImmutableArray<LookupKey> keys, Instant now)
    {
        if (lookups.IsEmpty)
            return [];
        var numbers = new long[lookups.Length];
        for (var i = 0; i < lookups.Length; i++)
        {
            var row = FindRow(main, recent, lookups[i].Key, keys[i]);
            if (lookups[i].ExpectedVersion is { } expected && (Counting(row, now)?.Version ?? 0) != expected)
                return null;
            numbers[i] = row?.Number ?? None;
        }

        return numbers;
    }

    /// <summary>Writes a lookup whose row was looked for before, in the same transaction.</summary>
    public static void Write(Database main, RecentLookups recent, LookupWrite lookup, LookupKey key, long number)
    {
        if (LookupKey.IsRecent(lookup.Key))
        {
            var version = lookup.ExpectedVersion ?? recent.Find(main, lookup.Key, key)?.Lookup.Version ?? 0;
            recent.Write(main, lookup, key, version + 1);
            return;
        }

        if (number != None)
        {
            main.Use("UPDATE lookups SET lead = ?2, data = ?3, version = version + 1, expires_at = ?4 WHERE no = ?1")
                .Bind(1, number).BindId(2, lookup.LeadId).Bind(3, lookup.Data).Bind(4, lookup.ExpiresAt).Run();
            return;
        }

        main.Use("INSERT INTO lookups (place, key, lead, data, version, expires_at) VALUES (?1, ?2, ?3, ?4, 1, ?5)")
            .Bind(1, key.Place).Bind(2, key.Column).BindId(3, lookup.LeadId).Bind(4, lookup.Data).Bind(5, lookup.ExpiresAt).Run();
    }

    /// <summary>What is found of a row that has not expired.</summary>
    private static Lookup? Counting((long Number, Lookup Lookup, Instant? ExpiresAt)? row, Instant now) =>
        row is { } found && (found.ExpiresAt is not { } expiry || expiry > now) ? found.Lookup : null;

    private static (long Number, Lookup Lookup, Instant? ExpiresAt)? FindRow(Database database, RecentLookups recent, string key, LookupKey kept)
    {
        if (LookupKey.IsRecent(key))
            return recent.Find(database, key, kept) is { } found ? (None, found.Lookup, found.ExpiresAt) : null;
        using var row = database.Use("SELECT no, lead, data, version, expires_at FROM lookups WHERE place = ?1 AND key = ?2").Bind(1, kept.Place).Bind(2, kept.Column);
        return row.Step()
            ? (row.Number(0), new Lookup(key, row.Id(1), row.Text(2), row.Number(3)), row.InstantOrNull(4))
            : null;
    }
}
