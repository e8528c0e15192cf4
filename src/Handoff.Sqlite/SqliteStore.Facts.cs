using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Sqlite;

/// <content>Facts that belong to no stream.</content>
public sealed partial class SqliteStore
{
    // Absences are typed by people, who may say "until 9999": they are kept as text, which holds every instant there is.
    private static readonly InstantPattern Written = InstantPattern.ExtendedIso;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedAbsence>> ListAbsencesAsync(Instant from, CancellationToken cancellation) =>
        _main.ReadAsync(from, static IReadOnlyList<RecordedAbsence> (database, from) =>
        {
            using var rows = database.Use("SELECT person, start, until FROM absences ORDER BY person, start");
            List<RecordedAbsence> absences = [];
            while (rows.Step())
            {
                Instant? end = rows.IsNull(2) ? null : Written.Parse(rows.Text(2)).Value;
                if (end is null || end > from)
                    absences.Add(new RecordedAbsence(rows.Text(0), Written.Parse(rows.Text(1)).Value, end));
            }

            return absences;
        }, cancellation);

    /// <inheritdoc/>
    public async ValueTask SaveAbsenceAsync(RecordedAbsence absence, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = Written.Format(absence.Start);
        var end = absence.End is { } known ? Written.Format(known) : null;
        await _writer.WriteAsync(group => group.Main.Use("""
            INSERT INTO absences (person, start, until) VALUES (?1, ?2, ?3)
            ON CONFLICT (person, start) DO UPDATE SET until = excluded.until
            """).Bind(1, absence.Person).Bind(2, start).BindOrNull(3, end).Run());
    }

    /// <inheritdoc/>
    public ValueTask<StoredText?> FindTextAsync(string name, CancellationToken cancellation) =>
        _main.ReadAsync(name, static (database, name) =>
        {
            using var row = database.Use("SELECT content FROM texts WHERE name = ?1").Bind(1, name);
            return row.Step() ? new StoredText(name, row.Text(0)) : null;
        }, cancellation);

    /// <inheritdoc/>
    public async ValueTask SaveTextAsync(StoredText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main
            .Use("INSERT INTO texts (name, content) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING")
            .Bind(1, text.Name).Bind(2, text.Content).Run());
    }

    /// <inheritdoc/>
    public ValueTask<string?> FindValueAsync(string name, CancellationToken cancellation) =>
        _main.ReadAsync(name, static (database, name) =>
        {
            using var row = database.Use("SELECT value FROM facts WHERE name = ?1").Bind(1, name);
            return row.Step() ? row.Text(0) : null;
        }, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, string>> ListValuesAsync(string prefix, CancellationToken cancellation) =>
        _main.ReadAsync(prefix, static IReadOnlyDictionary<string, string> (database, prefix) =>
        {
            using var rows = database.Use("SELECT name, value FROM facts WHERE substr(name, 1, length(?1)) = ?1").Bind(1, prefix);
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            while (rows.Step())
                values.Add(rows.Text(0), rows.Text(1));
            return values;
        }, cancellation);

    /// <inheritdoc/>
    /// <remarks>A claim is a fact whose name begins with when it may be forgotten, so that those that are over stand together.</remarks>
    public async ValueTask<bool> ClaimAsync(string name, Instant until, Instant now, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var claim = $"claim:{Written.Format(until)}:{name}";
        return await _writer.WriteAsync(group =>
        {
            group.Main.Use("DELETE FROM facts WHERE name > 'claim:' AND name < ?1").Bind(1, $"claim:{Written.Format(now)}").Run();
            return group.Main.Use("INSERT INTO facts (name, value) VALUES (?1, '') ON CONFLICT (name) DO NOTHING").Bind(1, claim).Run() == 1;
        });
    }

    /// <inheritdoc/>
    public async ValueTask SaveValueAsync(string name, string value, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await _writer.WriteAsync(group => group.Main
            .Use("INSERT INTO facts (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
            .Bind(1, name).Bind(2, value).Run());
    }
}
