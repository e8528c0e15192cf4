using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Handoff.AzureTables.Tables;

/// <summary>
/// Bytes of a row, in the row while they are few and else in a blob of their own that the row names. A blob is written before its row and
/// never changed: one whose row was not written is harmless, and goes with the folder.
/// </summary>
internal sealed class LargeBytes(BlobContainerClient blobs)
{
    /// <summary>
    /// Puts bytes into a row, or into a blob when they are more than <paramref name="inline"/>. Returns how many are in the row.
    /// </summary>
    public async Task<int> PutAsync(TableEntity row, string name, ReadOnlyMemory<byte> bytes, int inline, string folder)
    {
        if (bytes.Length <= inline)
        {
            Chunks.Put(row, name, bytes.Span);
            return bytes.Length;
        }

        var blob = $"{folder}/{Guid.NewGuid():N}";
        await Outage.TellAsync(async () => await blobs.UploadBlobAsync(blob, BinaryData.FromBytes(bytes), CancellationToken.None),
            CancellationToken.None);
        row[BlobOf(name)] = blob;
        return 0;
    }

    /// <summary>
    /// As <see cref="PutAsync"/>, for a row that is merged into the stored one, whose bytes may have been in a blob.
    /// </summary>
    public async Task PutOverAsync(TableEntity row, string name, ReadOnlyMemory<byte> bytes, int inline, string folder)
    {
        // A merge cannot remove a column, so "no blob" is a value of its own.
        row[BlobOf(name)] = "";
        await PutAsync(row, name, bytes, inline, folder);
    }

    /// <summary>The bytes, or null where none were put, or where their blob is gone.</summary>
    public async Task<byte[]?> FindAsync(TableEntity row, string name, CancellationToken cancellation)
    {
        if (BlobIn(row, name) is not { } blob)
            return Chunks.Find(row, name);
        return await Outage.TellAsync(async () =>
        {
            try
            {
                return (await blobs.GetBlobClient(blob).DownloadContentAsync(cancellation)).Value.Content.ToArray();
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return null;
            }
        }, cancellation);
    }

    /// <summary>Deletes the blob that a row names, if it names one.</summary>
    public async Task DeleteAsync(TableEntity row, string name)
    {
        if (BlobIn(row, name) is { } blob)
            await Outage.TellAsync(async () => await blobs.DeleteBlobIfExistsAsync(blob, DeleteSnapshotsOption.IncludeSnapshots,
                cancellationToken: CancellationToken.None),
                CancellationToken.None);
    }

    /// <summary>Deletes every blob of a folder.</summary>
    public Task DeleteFolderAsync(string folder, CancellationToken cancellation) => Outage.TellAsync(async () =>
    {
        await foreach (var blob in blobs.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{folder}/", cancellation))
            await blobs.DeleteBlobIfExistsAsync(blob.Name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        return true;
    }, cancellation);

    private static string? BlobIn(TableEntity row, string name) => row.GetString(BlobOf(name)) is { Length: > 0 } blob ? blob : null;

    private static string BlobOf(string name) => $"{name}_Blob";
}
