using System.Collections.Immutable;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;

namespace Handoff.Local.Keys;

/// <summary>Where keys are kept: in a data folder that nothing serves, or by a running host. What cannot be is told and null.</summary>
internal interface IKeyDesk
{
    Task<ImmutableArray<ApiKey>?> ListAsync(CancellationToken cancellation);

    Task<NewApiKey?> AddAsync(string name, ApiScopes scopes, CancellationToken cancellation);

    /// <summary>Null: it cannot be asked; false: there is no such key.</summary>
    Task<bool?> RevokeAsync(string id, CancellationToken cancellation);
}

/// <summary>The keys in a data folder.</summary>
internal sealed class FolderKeys(ApiKeyBook keys, AuditLog audit) : IKeyDesk
{
    public async Task<ImmutableArray<ApiKey>?> ListAsync(CancellationToken cancellation) => await keys.ListAsync(cancellation);

    public async Task<NewApiKey?> AddAsync(string name, ApiScopes scopes, CancellationToken cancellation)
    {
        var made = await keys.AddAsync(name, scopes, cancellation);
        await audit.KeepAsync(Acts.AddKey, AuditLog.CommandLine, AuditLog.ApiKey(made.Key.Id), AuditLog.Done);
        return made;
    }

    public async Task<bool?> RevokeAsync(string id, CancellationToken cancellation)
    {
        var isThere = await keys.RevokeAsync(id, cancellation);
        var outcome = isThere ? AuditLog.Done : AuditLog.NotThere;
        await audit.KeepAsync(Acts.RevokeKey, AuditLog.CommandLine, AuditLog.ApiKey(id), outcome);
        return isThere;
    }
}
