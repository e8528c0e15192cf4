using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Sqlite.Databases;

/// <summary>Instants as text (ISO 8601, UTC). Each has nine decimals, so that texts sort as the instants do.</summary>
internal static class InstantColumn
{
    private static readonly InstantPattern Pattern =
        InstantPattern.Create("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffff'Z'", CultureInfo.InvariantCulture);

    public static string Write(Instant instant) => Pattern.Format(instant);

    public static Instant Instant(this SqliteDataReader row, int column) => Pattern.Parse(row.GetString(column)).Value;

    public static Instant? InstantOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);
}
