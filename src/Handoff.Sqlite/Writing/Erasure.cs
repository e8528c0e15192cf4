using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Writing;

/// <summary>Destroys what is personal of a lead (DESIGN section 4); its events and head stay, and the counts with them.</summary>
internal static class Erasure
{
    public static void Erase(WriteGroup group, string lead)
    {
        var keys = group.KeysToWrite();
        keys.Use("DELETE FROM keys WHERE lead = ?1").Bind(1, lead).Run();
        keys.Use("INSERT OR IGNORE INTO erased (lead) VALUES (?1)").Bind(1, lead).Run();
        DeleteRows(group.Main, lead);
        group.ErasedLeads.Add(lead);
        group.Erased = true;
    }

    /// <summary>
    /// Carries out every erasure again where something is left: after a restore of an older <c>handoff.db</c>, and after a stop between
    /// the commits of the two files.
    /// </summary>
    public static void Repeat(Database main, Database keys)
    {
        main.Begin();
        foreach (var lead in List(keys))
            DeleteRows(main, lead);
        main.Commit();
    }

    public static IReadOnlyList<string> List(Database keys)
    {
        List<string> leads = [];
        using var rows = keys.Use("SELECT lead FROM erased ORDER BY lead");
        while (rows.Step())
            leads.Add(rows.Text(0));
        return leads;
    }

    private static void DeleteRows(Database main, string lead)
    {
        main.Use("DELETE FROM records WHERE stream = (SELECT no FROM streams WHERE id = ?1 AND kind = ?2)")
            .Bind(1, lead).Bind(2, (long)StreamKind.Lead).Run();
        main.Use("DELETE FROM lookups WHERE lead = ?1").BindId(1, lead).Run();
        // Only the last minutes are there to be looked through.
        main.Use("DELETE FROM recent_lookups WHERE lead = ?1").BindId(1, lead).Run();
        List<(long Number, string Leads)> copies = [];
        using (var rows = main.Use("SELECT no, leads FROM copy_leads JOIN copies ON no = copy WHERE lead = ?1").Bind(1, lead))
        {
            while (rows.Step())
                copies.Add((rows.Number(0), rows.Text(1)));
        }

        foreach (var (number, leads) in copies)
            CopyRows.Delete(main, number, leads);
    }
}
