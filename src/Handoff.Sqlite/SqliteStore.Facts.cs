using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;
using NodaTime;

namespace Handoff.Sqlite;

/// <content>Facts that belong to no stream.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedAbsence>> ListAbsencesAsync(Instant from, CancellationToken cancellation) =>
        _main.ReadAsync(from, static IReadOnlyList<RecordedAbsence> (database, from) => database.List(
            "SELECT person, start, until FROM absences WHERE until IS NULL OR until > ?1 ORDER BY person, start",
            static row => new RecordedAbsence(row.GetString(0), row.Instant(1), row.InstantOrNull(2)), from), cancellation);

    /// <inheritdoc/>
    public async ValueTask SaveAbsenceAsync(RecordedAbsence absence, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main.Run(
            """
            INSERT INTO absences (person, start, until) VALUES (?1, ?2, ?3)
            ON CONFLICT (person, start) DO UPDATE SET until = excluded.until
            """,
            absence.Person, absence.Start, absence.End));
    }

    /// <inheritdoc/>
    public async ValueTask DropAbsencesAsync(string person, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group =>
        {
            group.Main.Run("DELETE FROM absences WHERE person = ?1", person);
            return group.Erased = true;
        });
    }

    /// <inheritdoc/>
    public ValueTask<StoredText?> FindTextAsync(string name, CancellationToken cancellation) =>
        _main.ReadAsync(name, static (database, name) => database.Find(
            "SELECT name, content FROM texts WHERE name = ?1",
            static row => new StoredText(row.GetString(0), row.GetString(1)), name), cancellation);

    /// <inheritdoc/>
    public async ValueTask SaveTextAsync(StoredText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main.Run(
            "INSERT INTO texts (name, content) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING", text.Name, text.Content));
    }

    /// <inheritdoc/>
    public ValueTask<string?> FindValueAsync(string name, CancellationToken cancellation) =>
        _main.ReadAsync(name, static (database, name) => database.Find(
            "SELECT value FROM facts WHERE name = ?1", static row => row.GetString(0), name), cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, string>> ListValuesAsync(string prefix, CancellationToken cancellation) =>
        _main.ReadAsync(prefix, ListValues, cancellation);

    /// <summary>The facts whose names begin with a prefix.</summary>
    internal static IReadOnlyDictionary<string, string> ListValues(Database database, string prefix) => database.List(
        "SELECT name, value FROM facts WHERE substr(name, 1, length(?1)) = ?1",
        static row => KeyValuePair.Create(row.GetString(0), row.GetString(1)), prefix).ToDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <remarks>A claim is a fact whose name begins with when it may be forgotten, so that those that are over stand together.</remarks>
    public async ValueTask<bool> ClaimAsync(string name, Instant until, Instant now, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return await _writer.WriteAsync(group =>
        {
            group.Main.Run("DELETE FROM facts WHERE name > 'claim:' AND name < ?1", $"claim:{InstantColumn.Write(now)}");
            return group.Main.Run(
                "INSERT INTO facts (name, value) VALUES (?1, '') ON CONFLICT (name) DO NOTHING",
                $"claim:{InstantColumn.Write(until)}:{name}") == 1;
        });
    }

    /// <inheritdoc/>
    public async ValueTask SaveValueAsync(string name, string value, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main.Run(
            "INSERT INTO facts (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value));
    }

    /// <inheritdoc/>
    public async ValueTask DropAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group =>
        {
            group.Main.Run("DELETE FROM texts WHERE name = ?1", name);
            group.Main.Run("DELETE FROM facts WHERE name = ?1", name);
            return group.Erased = true;
        });
    }
}
