using Azure.Core;

namespace Handoff.AzureTables;

/// <summary>Where the cloud store is: a connection string (the emulator), or the account's addresses and a credential (Azure).</summary>
public sealed record AzureTablesOptions
{
    /// <summary>A connection string, or null where the addresses are given. An account with shared keys off takes none.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// The account's table address, such as https://ACCOUNT.table.core.windows.net; used when there is no connection string.
    /// </summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>
    /// The table address of the account that holds leads' keys and the list of the erased, which has backups of its own (30 days at
    /// most); null: the same account.
    /// </summary>
    public Uri? KeysTableServiceUri { get; init; }

    /// <summary>The account's blob address; used when there is no connection string.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>Who the app is: a managed identity that may write table and blob data.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>
    /// With what the names of the tables and of the blob containers begin: 3 to 40 lower-case letters and digits, a letter first.
    /// </summary>
    public string Prefix { get; init; } = "handoff";

    /// <summary>How long one try of a request may take; 1 to 60 seconds. A request has at most four tries.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Sees every request; for tests.</summary>
    internal Action<ClientOptions>? Configure { get; init; }

    /// <exception cref="ArgumentException">Something is missing or out of range; the message says what.</exception>
    internal static void Check(AzureTablesOptions options)
    {
        if (options.ConnectionString is null
            && (options.TableServiceUri is null || options.BlobServiceUri is null || options.Credential is null))
            throw new ArgumentException("The store needs a connection string, or a table address, a blob address and a credential.",
                nameof(options));
        if (!IsPrefix(options.Prefix))
            throw new ArgumentException($"'{options.Prefix}' is no prefix: 3 to 40 lower-case letters and digits, a letter first.",
                nameof(options));
        if (options.NetworkTimeout < TimeSpan.FromSeconds(1) || options.NetworkTimeout > TimeSpan.FromSeconds(60))
            throw new ArgumentException("The network timeout is from 1 to 60 seconds.", nameof(options));
    }

    private static bool IsPrefix(string text) =>
        text.Length is >= 3 and <= 40 && char.IsAsciiLetterLower(text[0])
            && text.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one));
}
