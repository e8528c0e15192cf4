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
            "SELECT key, lead, data, version FROM lookups WHERE key = ?1 AND (expires_at IS NULL OR expires_at > ?2)",
            static row => new Lookup(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)),
            key, now);

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
            lookup.Key, lookup.LeadId, lookup.Data, lookup.ExpiresAt);
}
