using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Writing;

/// <summary>Destroys what is personal of a lead (design section 4). Its events and its head stay, and with them what is counted.</summary>
internal static class Erasure
{
    public static void Erase(WriteGroup group, string lead)
    {
        DestroyKey(group.KeysToWrite(), lead);
        DeleteRows(group.Main, lead);
        group.Erased = true;
    }

    /// <summary>
    /// Carries out every erasure again, which finishes one that was cut off between the commits of the two files, and applies the list
    /// after a restore of an older <c>handoff.db</c>.
    /// </summary>
    public static void Repeat(Database main, Database keys)
    {
        main.Begin();
        foreach (var lead in List(keys))
            DeleteRows(main, lead);
        main.Commit();
    }

    public static IReadOnlyList<string> List(Database keys) =>
        keys.List("SELECT lead FROM erased ORDER BY lead", static row => row.GetString(0));

    public static void DestroyKey(Database keys, string lead)
    {
        keys.Run("INSERT OR IGNORE INTO erased (lead) VALUES (?1)", lead);
        keys.Run("DELETE FROM keys WHERE lead = ?1", lead);
    }

    private static void DeleteRows(Database main, string lead)
    {
        main.Run("DELETE FROM records WHERE lead = ?1", lead);
        main.Run("DELETE FROM lookups WHERE lead = ?1", lead);
        foreach (var copy in main.List("SELECT copy FROM copy_leads WHERE lead = ?1", static row => row.GetString(0), lead))
            CopyRows.Delete(main, copy);
    }
}
