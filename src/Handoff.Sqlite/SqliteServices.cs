using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Sqlite;

/// <summary>Registers the embedded store.</summary>
public static class SqliteServices
{
    /// <summary>
    /// Adds an open store for every port of storage. Whoever opened it closes it.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="store">The store.</param>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, SqliteStore store) =>
        services
            .AddSingleton(store)
            .AddSingleton<IStreamStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<ILookupStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<IRotaStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<ILeadKeyStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<IMailCopyStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<IFactStore>(static provider => provider.GetRequiredService<SqliteStore>())
            .AddSingleton<IAuditStore>(static provider => provider.GetRequiredService<SqliteStore>());
}
