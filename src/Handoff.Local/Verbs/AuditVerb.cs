using Handoff.Sqlite;
using Handoff.Sqlite.Snapshots;
using NodaTime.Text;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff audit</c>: shows the audit log of a data folder, while a host serves it or not.</summary>
internal static class AuditVerb
{
    public static int Run(string data, int limit, TextWriter to)
    {
        if (!File.Exists(Path.Combine(data, StoreSnapshot.DataFile)))
            return Tell.Refusal($"There is no data in {data}. Name the folder that `handoff serve --data` uses.");
        try
        {
            foreach (var (_, entry) in SqliteStore.ReadAudit(data, limit))
                to.WriteLine($"{InstantPattern.ExtendedIso.Format(entry.At)}\t{entry.Act}\t{entry.By}\t{entry.On}\t{entry.Outcome}");
            return 0;
        }
        catch (DataFolderUnusableException e)
        {
            return Tell.Refusal(e.Message);
        }
    }
}
