using Handoff.Service.Storage;
using Microsoft.Extensions.Logging;

namespace Handoff.Sqlite.Databases;

/// <summary>
/// Remembers that a file was found damaged. From then on the store neither reads nor writes: a lead that is acknowledged on a damaged file
/// may be lost, one that is refused is sent again.
/// </summary>
internal sealed class Damage(string folder, ILogger logger)
{
    private volatile string? _found;

    /// <summary>Looks whether an error says so.</summary>
    public void Look(Exception e)
    {
        if (_found is not null || !Trouble.IsDamage(e))
            return;
        _found = Trouble.Damaged(folder, e.Message);
        logger.LogCritical("{Found} Until then every request is answered 503", _found);
    }

    /// <exception cref="StoreUnavailableException">It was found damaged.</exception>
    public void RefuseIfFound()
    {
        if (_found is { } found)
            throw new StoreUnavailableException(found);
    }
}
