using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using NodaTime;

namespace Handoff.Sqlite.Lookups;

/// <summary>The rows of lookups.</summary>
internal static class LookupRows
{
    /// <summary>The lookup, unless it has expired at <paramref name="now"/>.</summary>
    public static Lookup? Find(Database database, RecentLookups recent, string key, Instant now)
    {
        var found = LookupKey.IsRecent(key) ? recent.Find(database, key) : Find(database, key);
        return found is { } row && (row.ExpiresAt is not { } expiry || expiry > now) ? row.Lookup : null;
    }

    /// <summary>Writes a lookup that was checked before.</summary>
    public static void Write(Database main, RecentLookups recent, LookupWrite lookup)
    {
        if (LookupKey.IsRecent(lookup.Key))
        {
            recent.Write(main, lookup, 1 + (lookup.ExpectedVersion ?? recent.Find(main, lookup.Key)?.Lookup.Version ?? 0));
            return;
        }

        main.Use("""
            INSERT INTO lookups (key, lead, data, version, expires_at) VALUES (?1, ?2, ?3, 1, ?4)
            ON CONFLICT (key) DO UPDATE SET
                lead = excluded.lead, data = excluded.data, version = version + 1, expires_at = excluded.expires_at
            """).Bind(1, LookupKey.Column(lookup.Key)).BindId(2, lookup.LeadId).Bind(3, lookup.Data).Bind(4, lookup.ExpiresAt).Run();
    }

    private static (Lookup Lookup, Instant? ExpiresAt)? Find(Database database, string key)
    {
        using var row = database.Use("SELECT lead, data, version, expires_at FROM lookups WHERE key = ?1").Bind(1, LookupKey.Column(key));
        return row.Step() ? (new Lookup(key, row.Id(0), row.Text(1), row.Number(2)), row.InstantOrNull(3)) : null;
    }
}
