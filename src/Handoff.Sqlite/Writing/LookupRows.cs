using System.Collections.Immutable;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using NodaTime;

namespace Handoff.Sqlite.Writing;

/// <summary>The rows of lookups.</summary>
internal static class LookupRows
{
    /// <summary>Returns the lookup, or null if there is none or it has expired.</summary>
    public static Lookup? Find(Database database, string key, Instant now) =>
        database.Find(
            "SELECT lead, data, version FROM lookups WHERE key = ?1 AND (expires_at IS NULL OR expires_at > ?2)",
            row => new Lookup(key, row.GetString(0), row.GetString(1), row.GetInt64(2)),
            Place(key), now);

    /// <summary>Returns whether the keys that a turn claims are as it read them.</summary>
    public static bool AreAsRead(Database main, ImmutableArray<LookupWrite> lookups, Instant now)
    {
        foreach (var lookup in lookups)
        {
            if (lookup.ExpectedVersion is { } expected && (Find(main, lookup.Key, now)?.Version ?? 0) != expected)
                return false;
        }

        return true;
    }

    public static void Write(Database main, LookupWrite lookup) =>
        main.Run(
            """
            INSERT INTO lookups (key, lead, data, version, expires_at) VALUES (?1, ?2, ?3, 1, ?4)
            ON CONFLICT (key) DO UPDATE
                SET lead = excluded.lead, data = excluded.data, version = version + 1, expires_at = excluded.expires_at
            """,
            Place(lookup.Key), lookup.LeadId, lookup.Data, lookup.ExpiresAt);

    /// <summary>
    /// Returns a key as its row has it, the group before the kind: the keys of a group, random among all others, then stand on one page
    /// that one write claims.
    /// </summary>
    private static string Place(string key)
    {
        var kind = key.IndexOf(':', StringComparison.Ordinal);
        return $"{key.AsSpan(kind + 1)}:{key.AsSpan(0, Math.Max(kind, 0))}";
    }
}
