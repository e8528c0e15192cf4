using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Sqlite;

/// <summary>Registers the embedded store.</summary>
public static class SqliteServices
{
    /// <summary>
    /// Adds one <see cref="SqliteStore"/> for every port of storage. It is opened when the first of them is asked for, which may throw what
    /// <see cref="SqliteStore.OpenAsync"/> throws, and closed with the provider. An <see cref="IClock"/> must be registered.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="folder">The data folder.</param>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, string folder) =>
        services
            .AddSingleton(provider => SqliteStore.Open(
                folder, provider.GetRequiredService<IClock>(), provider.GetService<ILogger<SqliteStore>>()))
            .AddSingleton<IStreamStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<ILookupStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<IRotaStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<ILeadKeyStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<IMailCopyStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<IFactStore>(static provider => provider.GetRequiredService<SqliteStore>());
}
