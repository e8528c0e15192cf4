using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Handoff.AzureTables.Tables;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Keys;

/// <summary>Leads' keys, the store's secrets, and the list of erased leads, in tables of their own.</summary>
internal sealed class TableKeys(StoreTables tables) : ILeadKeyStore
{
    private const int SecretBytes = 32;
    private const string KeyRow = "key";
    private const string SecretRow = "secret";

    /// <summary>The partition of the erased: they are few, and read together.</summary>
    private const string ErasedPartition = "erased";

    private readonly ConcurrentDictionary<string, byte[]> _secrets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<byte[]?> FindKeyAsync(string leadId, CancellationToken cancellation) =>
        (await tables.Keys.FindAsync(LeadPartition(leadId), KeyRow, cancellation))?.GetBinary("Bytes");

    /// <inheritdoc/>
    public async ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation)
    {
        if (!_secrets.TryGetValue(name, out var secret))
            _secrets[name] = secret = await FindOrMakeAsync(name, cancellation);
        return [.. secret];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> ListErasedAsync(CancellationToken cancellation)
    {
        List<string> erased = [];
        await foreach (var row in tables.Erased.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {ErasedPartition}"),
            perPage: 1_000, cancellation, "Lead"))
            erased.Add(row.GetString("Lead"));
        erased.Sort(StringComparer.Ordinal);
        return erased;
    }

    /// <summary>Whether a lead was erased.</summary>
    public async Task<bool> IsErasedAsync(string leadId, CancellationToken cancellation) =>
        await tables.Erased.FindAsync(ErasedPartition, TableKey.Of(leadId), cancellation, "Lead") is not null;

    /// <summary>
    /// Writes a new lead's key. A key that is there belongs to a lead that is there, or to one whose writing failed: the former stays,
    /// and the commit will conflict.
    /// </summary>
    /// <param name="leadExists">Tells whether the lead is there.</param>
    /// <returns>The row's ETag, or null: there is another lead's key.</returns>
    public async Task<string?> AddAsync(string leadId, byte[] key, Func<Task<bool>> leadExists)
    {
        var row = new TableEntity(LeadPartition(leadId), KeyRow) { ["Bytes"] = key };
        while (true)
        {
            var added = await tables.Keys.WriteAsync(Act.Add(row));
            if (added.Done)
                return added.Tags[0];
            if (await tables.Keys.FindAsync(row.PartitionKey, KeyRow, CancellationToken.None) is not { } there)
                continue;
            if (CryptographicOperations.FixedTimeEquals(there.GetBinary("Bytes"), key))
                return there.ETag.ToString();
            if (await leadExists())
                return null;
            var replaced = await tables.Keys.WriteAsync(Act.Replace(row, there.ETag.ToString()));
            if (replaced.Done)
                return replaced.Tags[0];
        }
    }

    /// <summary>Takes back a key that was written for nothing.</summary>
    public Task RemoveAsync(string leadId, string tag) => tables.Keys.WriteAsync(Act.Delete(LeadPartition(leadId), KeyRow, tag));

    /// <summary>Destroys a lead's key: first the list knows, so that a destruction which is cut short is finished.</summary>
    public async Task DestroyAsync(string leadId)
    {
        await tables.Erased.WriteAsync(Act.Put(ErasedRow(leadId, isFinished: false)));
        await tables.Keys.WriteAsync(Act.Delete(LeadPartition(leadId), KeyRow, "*"));
    }

    /// <summary>Nothing is left of the lead.</summary>
    public Task FinishAsync(string leadId) => tables.Erased.WriteAsync(Act.Put(ErasedRow(leadId, isFinished: true)));

    /// <summary>Erased leads of which something may be left.</summary>
    public async Task<IReadOnlyList<string>> ListUnfinishedAsync(CancellationToken cancellation)
    {
        List<string> leads = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ErasedPartition} and Finished eq false");
        await foreach (var row in tables.Erased.QueryAsync(filter, perPage: 1_000, cancellation, "Lead"))
            leads.Add(row.GetString("Lead"));
        return leads;
    }

    private static TableEntity ErasedRow(string leadId, bool isFinished) =>
        new(ErasedPartition, TableKey.Of(leadId)) { ["Lead"] = leadId, ["Finished"] = isFinished };

    private async Task<byte[]> FindOrMakeAsync(string name, CancellationToken cancellation)
    {
        var row = new TableEntity($"secret:{TableKey.Of(name)}", SecretRow) { ["Bytes"] = RandomNumberGenerator.GetBytes(SecretBytes) };
        while (true)
        {
            if (await tables.Keys.FindAsync(row.PartitionKey, SecretRow, cancellation) is { } known)
                return known.GetBinary("Bytes");
            if ((await tables.Keys.WriteAsync(Act.Add(row))).Done)
                return row.GetBinary("Bytes");
        }
    }

    private static string LeadPartition(string leadId) => $"lead:{TableKey.Of(leadId)}";
}
