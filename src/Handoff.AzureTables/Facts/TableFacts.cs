using System.Text;
using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.AzureTables.Facts;

/// <summary>Facts that belong to no stream.</summary>
internal sealed class TableFacts(StoreTables tables) : IFactStore
{
    private const string Absences = "absence";
    private const string Texts = "text";
    private const string Values = "value";
    private const string ClaimRows = "claim";
    private const int MostDropped = 20;

    // Absences are typed by people, who may say "until 9999": they are kept as text, which holds every instant there is.
    private static readonly InstantPattern Pattern = InstantPattern.ExtendedIso;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RecordedAbsence>> ListAbsencesAsync(Instant from, CancellationToken cancellation)
    {
        List<RecordedAbsence> absences = [];
        await foreach (var row in tables.Facts.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Absences}"), perPage: 1_000,
            cancellation))
        {
            Instant? end = row.GetString("End") is { } text ? Pattern.Parse(text).Value : null;
            if (end is null || end > from)
                absences.Add(new(row.GetString("Person"), Pattern.Parse(row.GetString("Start")).Value, end));
        }

        return absences;
    }

    /// <inheritdoc/>
    public async ValueTask SaveAbsenceAsync(RecordedAbsence absence, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = Pattern.Format(absence.Start);
        var row = new TableEntity(Absences, $"{TableKey.Of(absence.Person)}|{TableKey.Of(start)}")
        {
            ["Person"] = absence.Person,
            ["Start"] = start,
        };
        if (absence.End is { } end)
            row["End"] = Pattern.Format(end);
        await tables.Facts.WriteAsync(Act.Put(row));
    }

    /// <inheritdoc/>
    public async ValueTask DropAbsencesAsync(string person, CancellationToken cancellation)
    {
        var key = TableKey.Of(person);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Absences} and RowKey ge {key + "|"} and RowKey lt {key + "}"}");
        await foreach (var row in tables.Facts.QueryAsync(filter, perPage: 1_000, cancellation))
            await tables.Facts.WriteAsync(Act.Delete(Absences, row.RowKey, "*"));
    }

    /// <inheritdoc/>
    public async ValueTask<StoredText?> FindTextAsync(string name, CancellationToken cancellation)
    {
        if (await tables.Facts.FindAsync(Texts, TableKey.Of(name), cancellation) is not { } row)
            return null;
        var content = await tables.Large.FindAsync(row, "Content", cancellation)
            ?? throw new InvalidOperationException($"The text {name} is gone.");
        return new(name, Encoding.UTF8.GetString(content));
    }

    /// <inheritdoc/>
    public async ValueTask SaveTextAsync(StoredText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var row = new TableEntity(Texts, TableKey.Of(text.Name)) { ["Name"] = text.Name };
        await tables.Large.PutAsync(row, "Content", Encoding.UTF8.GetBytes(text.Content), Chunks.RowBytes, "texts");
        // One that is there stays as it is.
        await tables.Facts.WriteAsync(Act.Add(row));
    }

    /// <inheritdoc/>
    public async ValueTask<string?> FindValueAsync(string name, CancellationToken cancellation) =>
        (await tables.Facts.FindAsync(Values, TableKey.Of(name), cancellation))?.GetString("Value");

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, string>> ListValuesAsync(string prefix, CancellationToken cancellation)
    {
        var from = TableKey.Of(prefix);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Values} and RowKey ge {from} and RowKey lt {from + "~"}");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in tables.Facts.QueryAsync(filter, perPage: 1_000, cancellation))
        {
            if (row.GetString("Name").StartsWith(prefix, StringComparison.Ordinal))
                values.Add(row.GetString("Name"), row.GetString("Value"));
        }

        return values;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ClaimAsync(string name, Instant until, Instant now, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var claimed = await tables.Facts.WriteAsync(Act.Add(new(ClaimRows, $"{TableKey.Of(Pattern.Format(until))}|{TableKey.Of(name)}")));
        var over = TableKey.Of(Pattern.Format(now));
        var dropped = 0;
        await foreach (var row in tables.Facts.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {ClaimRows} and RowKey lt {over}"), MostDropped, cancellation))
        {
            await tables.Facts.WriteAsync(Act.Delete(row.PartitionKey, row.RowKey, "*"));
            if (++dropped == MostDropped)
                break;
        }

        return claimed.Done;
    }

    /// <inheritdoc/>
    public async ValueTask SaveValueAsync(string name, string value, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await tables.Facts.WriteAsync(Act.Put(new(Values, TableKey.Of(name)) { ["Name"] = name, ["Value"] = value }));
    }

    /// <inheritdoc/>
    public async ValueTask DropAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var key = TableKey.Of(name);
        await tables.Facts.WriteAsync(Act.Delete(Values, key, "*"));
        if (await tables.Facts.FindAsync(Texts, key, cancellation) is { } row)
        {
            await tables.Facts.WriteAsync(Act.Delete(Texts, key, "*"));
            await tables.Large.DeleteAsync(row, "Content");
        }
    }
}
