using Azure.Identity;
using Handoff.AzureTables;
using Handoff.AzureTables.Agreements;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff publish DIR</c>: puts a sound agreement folder where the app in Azure reads it.</summary>
internal static class PublishVerb
{
    /// <summary>Stands for secrets, which only the app knows.</summary>
    private const string SetInTheApp = "set-in-the-app";

    public static async Task<int> RunAsync(string folder, string blobs, string container, Instant asOf, CancellationToken cancellation)
    {
        var reading = AgreementFolderReader.Read(folder, name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : SetInTheApp, asOf);
        if (reading is FolderReading.Refused refused)
            return Tell.Mistakes(refused.Mistakes);
        if (StoreAt(blobs) is not { } store)
            return Tell.Refusal("Give --blobs as the account's blob address (https://ACCOUNT.blob.core.windows.net) or a connection string.");
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => Path.GetExtension(path) is ".yaml" or ".ics"))
            files.Add(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancellation));
        try
        {
            await new PublishedAgreement(store, container).PublishAsync(files, cancellation);
        }
        catch (StoreUnavailableException e)
        {
            return Tell.Refusal($"{e.Message} Are you signed in (az login) as somebody who may write there? {e.InnerException?.Message}");
        }

        Console.WriteLine($"Published {files.Count} files of {folder}. The app reads them within a minute.");
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
