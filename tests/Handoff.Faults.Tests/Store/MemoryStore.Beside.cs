using System.Security.Cryptography;
using System.Text;
using Handoff.Routing;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Faults.Tests.Store;

/// <summary>What stands beside the streams: lookups, rotas, keys, copies and facts.</summary>
internal sealed partial class MemoryStore : ILookupStore, IRotaStore, ILeadKeyStore, IMailCopyStore, IFactStore, ISnapshotStore, IAuditStore
{
    private readonly Dictionary<string, (Lookup Lookup, Instant? ExpiresAt)> _lookups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RotaSnapshot> _rotas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _erased = [];
    private readonly Dictionary<string, MailCopy> _copies = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, Instant), RecordedAbsence> _absences = [];
    private readonly Dictionary<string, StoredText> _texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    private readonly List<AuditEntry> _audit = [];
    private readonly Dictionary<string, byte[]> _snapshots = new(StringComparer.Ordinal);

    public ValueTask<byte[]?> FindSnapshotAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_snapshots.GetValueOrDefault(name));
    }

    public ValueTask SaveSnapshotAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        lock (_lock)
            _snapshots[name] = bytes.ToArray();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<string>> ListSnapshotsAsync(CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<string>>([.. _snapshots.Keys]);
    }

    public ValueTask DropSnapshotAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
            _snapshots.Remove(name);
        return ValueTask.CompletedTask;
    }

    public ValueTask AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        lock (_lock)
            _audit.Add(entry);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<AuditRow>> ListAuditAsync(string? before, int limit, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var first = before is null ? _audit.Count : int.TryParse(before, out var place) ? place : 0;
            return ValueTask.FromResult<IReadOnlyList<AuditRow>>(
                [.. _audit.Index().Take(first).Reverse().Take(limit).Select(one => new AuditRow($"{one.Index}", one.Item))]);
        }
    }

    public ValueTask<Lookup?> FindLookupAsync(string key, Instant now, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_lookups.TryGetValue(key, out var found) && !(found.ExpiresAt <= now) ? found.Lookup : null);
    }

    public ValueTask<RotaSnapshot> ReadRotaAsync(string team, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(RotaOf(team));
    }

    public ValueTask ReplaceRotasAsync(IReadOnlyCollection<Rota> rotas, CancellationToken cancellation)
    {
        lock (_lock)
        {
            foreach (var team in _rotas.Keys.Union(rotas.Select(rota => rota.Team), StringComparer.Ordinal).ToList())
                _rotas[team] = new(rotas.FirstOrDefault(rota => rota.Team == team) ?? Rota.Empty(team), RotaOf(team).Version + 1);
            return ValueTask.CompletedTask;
        }
    }

    public ValueTask<byte[]?> FindKeyAsync(string leadId, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_keys.GetValueOrDefault(leadId));
    }

    /// <summary>Not random, so that a seed replays: the keys of lookups are the same in every run.</summary>
    public ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation) =>
        ValueTask.FromResult(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public ValueTask<IReadOnlyList<string>> ListErasedAsync(CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<string>>([.. _erased]);
    }

    public ValueTask<IReadOnlyList<MailCopy>> ListCopiesAsync(string? leadId, int limit, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<MailCopy>>(
                [.. _copies.Values.Where(copy => leadId is null || copy.LeadIds.Contains(leadId)).OrderByDescending(copy => copy.At)
                    .Take(limit)]);
        }
    }

    public ValueTask<MailCopy?> FindCopyAsync(string id, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_copies.GetValueOrDefault(id));
    }

    public ValueTask<IReadOnlyList<RecordedAbsence>> ListAbsencesAsync(Instant from, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<RecordedAbsence>>([.. _absences.Values.Where(absence => !(absence.End <= from))]);
    }

    public ValueTask SaveAbsenceAsync(RecordedAbsence absence, CancellationToken cancellation)
    {
        lock (_lock)
            _absences[(absence.Person, absence.Start)] = absence;
        return ValueTask.CompletedTask;
    }

    public ValueTask DropAbsencesAsync(string person, CancellationToken cancellation)
    {
        lock (_lock)
        {
            foreach (var key in _absences.Keys.Where(key => key.Item1 == person).ToList())
                _absences.Remove(key);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<StoredText?> FindTextAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_texts.GetValueOrDefault(name));
    }

    public ValueTask SaveTextAsync(StoredText text, CancellationToken cancellation)
    {
        lock (_lock)
            _texts.TryAdd(text.Name, text);
        return ValueTask.CompletedTask;
    }

    public ValueTask<string?> FindValueAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_values.GetValueOrDefault(name));
    }

    public ValueTask<IReadOnlyDictionary<string, string>> ListValuesAsync(string prefix, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyDictionary<string, string>>(
                _values.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal));
        }
    }

    public ValueTask<bool> ClaimAsync(string name, Instant until, Instant now, CancellationToken cancellation)
    {
        lock (_lock)
            return ValueTask.FromResult(_values.TryAdd($"claim:{until}:{name}", ""));
    }

    public ValueTask SaveValueAsync(string name, string value, CancellationToken cancellation)
    {
        lock (_lock)
            _values[name] = value;
        return ValueTask.CompletedTask;
    }

    public ValueTask DropAsync(string name, CancellationToken cancellation)
    {
        lock (_lock)
        {
            _values.Remove(name);
            _texts.Remove(name);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Texts and values as they are, for whoever looks from outside.</summary>
    public IReadOnlyDictionary<string, byte[]> FactsNow()
    {
        lock (_lock)
            return _values.Concat(_texts.Values.Select(text => KeyValuePair.Create($"text {text.Name}", text.Content)))
                .ToDictionary(one => one.Key, one => Encoding.UTF8.GetBytes(one.Value), StringComparer.Ordinal);
    }

    /// <summary>A team's rota, for whoever looks from outside.</summary>
    public Rota RotaNow(string team)
    {
        lock (_lock)
            return RotaOf(team).Rota;
    }

    /// <summary>Whether anything personal of a lead is left: its key, its record, a copy of a mail that names it.</summary>
    public bool KeepsOf(string leadId)
    {
        lock (_lock)
            return _keys.ContainsKey(leadId) || _streams[new(StreamKind.Lead, leadId)].Record is not null
                || _copies.Values.Any(copy => copy.LeadIds.Contains(leadId));
    }

    private Lookup? Standing(string key) =>
        _lookups.TryGetValue(key, out var found) && !(found.ExpiresAt <= clock.GetCurrentInstant()) ? found.Lookup : null;

    private bool IsClaimedMeanwhile(LookupWrite claim) =>
        claim.ExpectedVersion is { } expected && (Standing(claim.Key)?.Version ?? 0) != expected;

    private void Claim(LookupWrite claim) =>
        _lookups[claim.Key] =
            (new(claim.Key, claim.LeadId, claim.Data, (_lookups.TryGetValue(claim.Key, out var before) ? before.Lookup.Version : 0) + 1),
            claim.ExpiresAt);

    private RotaSnapshot RotaOf(string team) => _rotas.GetValueOrDefault(team) ?? new(Rota.Empty(team), 0);

    private void Change(RotaChange change)
    {
        var (rota, version) = RotaOf(change.Team);
        _rotas[change.Team] = new(rota.Apply(change), version + 1);
    }

    private void Keep(MailCopy copy)
    {
        if (!copy.LeadIds.Any(_erased.Contains))
            _copies[copy.Id] = copy;
    }

    private void Forget(string leadId)
    {
        _keys.Remove(leadId);
        if (!_erased.Contains(leadId))
            _erased.Add(leadId);
        foreach (var key in _lookups.Where(one => one.Value.Lookup.LeadId == leadId).Select(one => one.Key).ToList())
            _lookups.Remove(key);
        foreach (var id in _copies.Values.Where(copy => copy.LeadIds.Contains(leadId)).Select(copy => copy.Id).ToList())
            _copies.Remove(id);
    }
}
