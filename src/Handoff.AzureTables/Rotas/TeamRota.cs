using System.Collections.Concurrent;
using Azure.Data.Tables;
using Handoff.AzureTables.Tables;

namespace Handoff.AzureTables.Rotas;

/// <summary>
/// One team's rota: the row, and what this process last knew of it. A choice rests on what is known; a write tells if others have changed
/// it. Writes of one process go one after the other.
/// </summary>
internal sealed class TeamRota(Table table, string team) : IDisposable
{
    private const string Row = "rota";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<string, bool> _fates = new(StringComparer.Ordinal);
    private volatile Known? _known;

    private sealed record Known(RotaDocument Document, string Tag);

    /// <summary>What is known; read where nothing is.</summary>
    public async ValueTask<RotaDocument> ReadAsync(CancellationToken cancellation) => (_known ?? await LoadAsync(cancellation)).Document;

    /// <summary>
    /// Changes the rota; null when <paramref name="change"/> says so. What is known to have landed or failed is settled on the way. The
    /// change is tried again on what others have written.
    /// </summary>
    public async Task<RotaDocument?> ChangeAsync(Func<RotaDocument, RotaDocument?> change, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var known = _known ?? await LoadAsync(cancellation);
                if (change(known.Document) is not { } changed)
                    return null;
                if (ReferenceEquals(changed, known.Document))
                    return changed;
                var fates = _fates.ToArray();
                var settled = changed.Settle(one => _fates.TryGetValue(one.Turn, out var landed) ? landed : null);
                if (await WriteAsync(known, settled) is { } written)
                {
                    _known = written;
                    foreach (var fate in fates)
                        _fates.TryRemove(fate);
                    return settled;
                }

                _known = null;
            }
        }
        catch
        {
            // Whether it was written is not known: the next one looks.
            _known = null;
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>What is known of a turn is written with the next change.</summary>
    public void Tell(string turn, bool landed) => _fates[turn] = landed;

    /// <summary>Others have changed it: what is known is read again.</summary>
    public void Forget() => _known = null;

    public void Dispose() => _gate.Dispose();

    private async Task<Known> LoadAsync(CancellationToken cancellation)
    {
        var row = await table.FindAsync(TableKey.Of(team), Row, cancellation);
        return _known = row is null
            ? new(RotaDocument.Empty(team), "")
            : new(RotaDocument.Read(team, row.GetInt64("Version") ?? 0, Chunks.Find(row, "Rota") ?? []), row.ETag.ToString());
    }

    private async Task<Known?> WriteAsync(Known known, RotaDocument document)
    {
        var row = new TableEntity(TableKey.Of(team), Row) { ["Team"] = team, ["Version"] = document.Version };
        Chunks.Put(row, "Rota", document.Write());
        var written = await table.WriteAsync(known.Tag.Length == 0 ? Act.Add(row) : Act.Replace(row, known.Tag));
        return written.Done ? new(document, written.Tags[0]) : null;
    }
}
