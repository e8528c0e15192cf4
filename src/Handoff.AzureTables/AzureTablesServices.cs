using Azure.Core;
using Handoff.AzureTables.DataProtection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.AzureTables;

/// <summary>Registers the cloud store.</summary>
public static class AzureTablesServices
{
    /// <summary>
    /// Adds one <see cref="AzureTablesStore"/> for every port of storage; its tables are created when the host starts. An
    /// <see cref="IClock"/> must be registered.
    /// </summary>
    public static IServiceCollection AddAzureTablesStore(this IServiceCollection services, AzureTablesOptions options) =>
        services
            .AddSingleton(provider => AzureTablesStore.Make(options, provider.GetRequiredService<IClock>(),
                provider.GetService<TimeProvider>()))
            .AddSingleton(static provider => provider.GetRequiredService<AzureTablesStore>().Streams)
            .AddSingleton(static provider => provider.GetRequiredService<AzureTablesStore>().Lookups)
            .AddSingleton(static provider => provider.GetRequiredService<AzureTablesStore>().Rotas)
            .AddSingleton(static provider => provider.GetRequiredService<AzureTablesStore>().Keys)
            .AddSingleton(static provider => provider.GetRequiredService<AzureTablesStore>().Copies)
            .AddSingleton(static provider => provider.GetRequiredService<AzureTablesStore>().Facts)
            .AddSingleton(static provider => provider.GetRequiredService<AzureTablesStore>().Snapshots)
            .AddSingleton(static provider => provider.GetRequiredService<AzureTablesStore>().Audit)
            .AddHostedService<TableCreation>();

    /// <summary>
    /// Keeps the keys of links and sign-in in the same account, so that every instance has the same and a new deployment still reads old
    /// links. The container is readable for the app's identity alone; whoever reads it can make links.
    /// </summary>
    /// <param name="wrappedBy">The address of the key in Key Vault under which they are encrypted; null: they are not, and the container
    /// guards them.</param>
    public static IDataProtectionBuilder AddAzureDataProtection(this IServiceCollection services, AzureTablesOptions options,
        Uri? wrappedBy = null)
    {
        AzureTablesOptions.Check(options);
        if (wrappedBy is not null)
            services.AddSingleton(_ => new VaultKey(
                wrappedBy,
                options.Credential ?? throw new ArgumentException("A key in a vault needs a credential.", nameof(options)),
                VaultOptions(options)));
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) =>
        {
            keys.XmlRepository = new BlobKeyRepository(StorageClients.Blobs(options, "dataprotection"));
            if (provider.GetService<VaultKey>() is { } vault)
                keys.XmlEncryptor = new VaultKeyEncryptor(vault);
        });
        return services.AddDataProtection().SetApplicationName("handoff");
    }

    private static VaultRequests VaultOptions(AzureTablesOptions options)
    {
        var requests = new VaultRequests();
        options.Configure?.Invoke(requests);
        return requests;
    }

    private sealed class VaultRequests : ClientOptions;
}
