using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Handoff.AzureTables;

/// <summary>
/// Makes the SDK's clients. A few quick tries hide a hiccup; an outage is reported within seconds, and the caller decides what to do.
/// </summary>
internal static class StorageClients
{
    private const int Retries = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    public static TableServiceClient Tables(AzureTablesOptions options) => Tables(options, options.TableServiceUri);

    /// <summary>The tables of the account of keys.</summary>
    public static TableServiceClient KeyTables(AzureTablesOptions options) =>
        Tables(options, options.KeysTableServiceUri ?? options.TableServiceUri);

    /// <summary>A container of the store.</summary>
    public static BlobContainerClient Blobs(AzureTablesOptions options, string container) =>
        Container(options, $"{options.Prefix}-{container}");

    /// <summary>A container that others know by its name.</summary>
    public static BlobContainerClient Container(AzureTablesOptions options, string name)
    {
        var client = Tuned(new BlobClientOptions(), options);
        var service = options.ConnectionString is { } connection
            ? new BlobServiceClient(connection, client)
            : new BlobServiceClient(options.BlobServiceUri!, options.Credential!, client);
        return service.GetBlobContainerClient(name);
    }

    private static TableServiceClient Tables(AzureTablesOptions options, Uri? address)
    {
        var client = Tuned(new TableClientOptions(), options);
        return options.ConnectionString is { } connection ? new(connection, client) : new(address!, options.Credential!, client);
    }

    private static T Tuned<T>(T client, AzureTablesOptions options)
        where T : ClientOptions
    {
        client.Retry.MaxRetries = Retries;
        client.Retry.Delay = FirstDelay;
        client.Retry.MaxDelay = LongestDelay;
        client.Retry.NetworkTimeout = options.NetworkTimeout;
        // Keys of rows are hashes and ids; URLs stay out of the log all the same.
        client.Diagnostics.IsLoggingEnabled = false;
        options.Configure?.Invoke(client);
        return client;
    }
}
