using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Handoff.AzureTables.Tables;

namespace Handoff.AzureTables.Agreements;

/// <summary>
/// The agreement folder in a blob container: what was published lies at its top; below <c>in-force/</c> is a copy of the last that was
/// found good, so that an instance that starts while the published one has mistakes still has it (design section 4).
/// </summary>
public sealed class PublishedAgreement
{
    private const string InForce = "in-force/";

    /// <summary>The file that every folder has. It is written last, so an interrupted publication is no agreement.</summary>
    private const string Last = "agreement.yaml";

    private readonly BlobContainerClient _container;

    /// <summary>The folder in a container of the store's account.</summary>
    /// <param name="container">The container's name.</param>
    public PublishedAgreement(AzureTablesOptions options, string container)
    {
        AzureTablesOptions.Check(options);
        _container = StorageClients.Container(options, container);
    }

    /// <summary>Publishes files: they replace what was published before.</summary>
    /// <exception cref="Service.Storage.StoreUnavailableException">The account does not answer, or does not let the caller in.</exception>
    public Task PublishAsync(IReadOnlyDictionary<string, string> files, CancellationToken cancellation) => Outage.TellAsync(
        async () =>
        {
            if (!await _container.ExistsAsync(cancellation))
                await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return await ReplaceAsync("", files, cancellation);
        },
        cancellation);

    /// <summary>Whether an agreement is published, or one that was found good is kept.</summary>
    /// <exception cref="Service.Storage.StoreUnavailableException">The account does not answer, or does not let the caller in.</exception>
    public Task<bool> IsLiveAsync(CancellationToken cancellation) => Outage.TellAsync(
        async () => (await ListAsync("", cancellation)).Concat(await ListAsync(InForce, cancellation))
            .Any(file => Path.GetFileName(file.Name) == Last),
        cancellation);

    /// <summary>A mark of what is published: another one when a file changed, came or went.</summary>
    /// <exception cref="Service.Storage.StoreUnavailableException">The account does not answer.</exception>
    public Task<string> LookAsync(CancellationToken cancellation) => Outage.TellAsync(
        async () =>
        {
            var files = await ListAsync("", cancellation);
            var seen = string.Join('\n', files.Select(file => $"{file.Name} {file.Properties.ETag}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen)));
        },
        cancellation);

    /// <summary>The published files by name; none when there is no such container.</summary>
    /// <exception cref="Service.Storage.StoreUnavailableException">The account does not answer.</exception>
    public Task<ImmutableDictionary<string, string>> ReadAsync(CancellationToken cancellation) => ReadAsync("", cancellation);

    /// <summary>The files that were last found good; none when there were never any.</summary>
    /// <exception cref="Service.Storage.StoreUnavailableException">The account does not answer.</exception>
    public Task<ImmutableDictionary<string, string>> ReadLastGoodAsync(CancellationToken cancellation) => ReadAsync(InForce, cancellation);

    /// <summary>Keeps the files as the last that were found good.</summary>
    /// <exception cref="Service.Storage.StoreUnavailableException">The account does not answer.</exception>
    public Task KeepAsync(IReadOnlyDictionary<string, string> files, CancellationToken cancellation) =>
        Outage.TellAsync(() => ReplaceAsync(InForce, files, cancellation), cancellation);

    private async Task<int> ReplaceAsync(string folder, IReadOnlyDictionary<string, string> files, CancellationToken cancellation)
    {
        foreach (var (name, text) in files.OrderBy(file => file.Key == Last))
            await _container.GetBlobClient(folder + name).UploadAsync(BinaryData.FromString(text), overwrite: true, cancellation);
        foreach (var old in await ListAsync(folder, cancellation))
        {
            if (!files.ContainsKey(old.Name[folder.Length..]))
                await _container.DeleteBlobIfExistsAsync(old.Name, cancellationToken: cancellation);
        }

        return files.Count;
    }

    private Task<ImmutableDictionary<string, string>> ReadAsync(string folder, CancellationToken cancellation) => Outage.TellAsync(
        async () =>
        {
            var files = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var file in await ListAsync(folder, cancellation))
            {
                var content = await _container.GetBlobClient(file.Name).DownloadContentAsync(cancellation);
                using var text = new StreamReader(content.Value.Content.ToStream(), Encoding.UTF8);
                files[file.Name[folder.Length..]] = await text.ReadToEndAsync(cancellation);
            }

            return files.ToImmutable();
        },
        cancellation);

    private async Task<List<BlobItem>> ListAsync(string folder, CancellationToken cancellation)
    {
        List<BlobItem> files = [];
        try
        {
            // One request: it is what every instance asks again and again.
            await foreach (var item in _container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", folder, cancellation))
            {
                if (item.IsBlob && Path.GetExtension(item.Blob.Name) is ".yaml" or ".ics")
                    files.Add(item.Blob);
            }
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            // Nothing was ever published.
        }

        return files;
    }
}
