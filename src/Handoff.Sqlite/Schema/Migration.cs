using System.Globalization;
using Handoff.Service.Packing;
using Handoff.Sqlite.Databases;
using Handoff.Sqlite.Lookups;
using Handoff.Sqlite.Streams;

namespace Handoff.Sqlite.Schema;

/// <summary>Brings a database to the newest version of its schema: the numbered steps that it lacks, in one transaction.</summary>
internal static class Migration
{
    /// <param name="database">The database; its <c>user_version</c> is the number of steps it has had.</param>
    /// <param name="name">The file's name, for the message.</param>
    /// <param name="steps">All steps there are, in order. A step that was released never changes.</param>
    /// <exception cref="DataFolderVersionException">The database has had more steps than there are.</exception>
    public static void Run(Database database, string name, IReadOnlyList<string> steps)
    {
        database.Begin();
        try
        {
            var version = database.Number("PRAGMA user_version");
            if (version > steps.Count)
            {
                throw new DataFolderVersionException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} has schema version {version}, and this handoff knows versions up to {steps.Count}. It was written by a newer handoff: use that one, or restore a backup made before the update. Nothing was changed."));
            }

            if (version < steps.Count)
                DefineFunctions(database);
            for (var step = (int)version; step < steps.Count; step++)
                database.Execute(steps[step]);
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {steps.Count}"));
            database.Commit();
        }
        catch
        {
            database.Rollback();
            throw;
        }
    }

    /// <summary>What steps call that SQL alone cannot do.</summary>
    private static void DefineFunctions(Database database)
    {
        database.Define("pack", static state => Packer.Ledger.Pack(state));
        database.Define("short_key", static key => LookupKey.OfText(key).Column);
        database.Define("key_place", static key => LookupKey.OfText(key).Place);
        database.Define("pack_event", static (at, type, json) => Packer.Ledger.Pack(EventRow.Write(at, type, json)));
    }
}
