using Handoff.Service.Storage;
using Handoff.Sqlite;

namespace Handoff.Local.Serving;

/// <summary>Registers a store that is open already: the host looks into it before it is built, to set the clock.</summary>
internal static class OpenStore
{
    public static IServiceCollection AddOpenStore(this IServiceCollection services, SqliteStore store) => services
        .AddSingleton<IStreamStore>(store)
        .AddSingleton<ILookupStore>(store)
        .AddSingleton<IRotaStore>(store)
        .AddSingleton<ILeadKeyStore>(store)
        .AddSingleton<IMailCopyStore>(store)
        .AddSingleton<IFactStore>(store);
}
