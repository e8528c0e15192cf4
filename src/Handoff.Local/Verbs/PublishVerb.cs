using Azure.Identity;
using Handoff.AzureTables;
using Handoff.AzureTables.Agreements;
using Handoff.Local.Agreements;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff publish DIR</c>: puts a sound agreement folder where the app in Azure reads it.</summary>
internal static class PublishVerb
{
    /// <param name="container">The container that the app reads.</param>
    /// <param name="ifNone">Whether an agreement that is live is left as it is.</param>
    /// <param name="asOf">The time of the check.</param>
    public static async Task<int> RunAsync(
        string folder, string blobs, string container, bool ifNone, Instant asOf, CancellationToken cancellation)
    {
        var reading = FolderLoader.ReadForAzure(folder, asOf);
        if (reading is not FolderReading.Loaded { Folder: var read })
            return Tell.Mistakes(((FolderReading.Refused)reading).Mistakes);
        if (StoreAt(blobs) is not { } store)
            return Tell.Refusal(
                "Give --blobs as the account's blob address (https://ACCOUNT.blob.core.windows.net) or a connection string.");
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => Path.GetExtension(path) is ".yaml" or ".ics"))
            files.Add(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancellation));
        var isProposed = false;
        try
        {
            var published = new PublishedAgreement(store, container);
            if (ifNone && await published.IsLiveAsync(cancellation))
            {
                Console.WriteLine("An agreement is live and was left as it is.");
                return 0;
            }

            var before = AgreementFolderReader.Read(await published.ReadAsync(cancellation), FolderLoader.OfTheApp, asOf);
            isProposed = before is FolderReading.Loaded { Folder: { Agreement.RequiresSignatures: true } live }
                && live.Content != read.Content;
            await published.PublishAsync(files, cancellation);
        }
        catch (StoreUnavailableException e)
        {
            return Tell.Refusal($"{e.Message} Are you signed in (az login) as somebody who may write there? {e.InnerException?.Message}");
        }

        Console.WriteLine($"Published {files.Count} files of {folder}. The app reads them within a minute.");
        if (isProposed)
            Console.WriteLine($"Version {read.Agreement.Version} is a proposal: both heads get a mail, and it acts once they have signed.");
        return 0;
    }

    private static AzureTablesOptions? StoreAt(string blobs)
    {
        if (blobs.Contains('=', StringComparison.Ordinal))
            return new() { ConnectionString = blobs };
        return Uri.TryCreate(blobs, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new() { BlobServiceUri = address, TableServiceUri = address, Credential = new DefaultAzureCredential() }
            : null;
    }
}
