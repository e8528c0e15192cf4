using Handoff.Service.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Sqlite;

/// <summary>Registers the embedded store.</summary>
public static class SqliteServices
{
    /// <summary>Adds an open store for every port of storage. Whoever opened it closes it; the container does not.</summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, SqliteStore store) =>
        services
            .AddSingleton(store)
            .AddSingleton<IStreamStore>(store)
            .AddSingleton<ILookupStore>(store)
            .AddSingleton<IRotaStore>(store)
            .AddSingleton<ILeadKeyStore>(store)
            .AddSingleton<IMailCopyStore>(store)
            .AddSingleton<IFactStore>(store)
            .AddSingleton<ISnapshotStore>(store)
            .AddSingleton<IAuditStore>(store);
}
