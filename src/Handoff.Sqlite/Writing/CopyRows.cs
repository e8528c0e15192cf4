using System.Text.Json;
using Handoff.Service.Storage;
using Handoff.Sqlite.Databases;

namespace Handoff.Sqlite.Writing;

/// <summary>The rows of a copy of a message.</summary>
internal static class CopyRows
{
    /// <summary>Keeps a copy in the place of the one with its id, if there is one. A copy that names an erased lead is not kept.</summary>
    public static void Write(WriteGroup group, MailCopy copy)
    {
        foreach (var lead in copy.LeadIds)
        {
            if (group.Keys.Number("SELECT 1 FROM erased WHERE lead = ?1", lead) == 1)
                return;
        }

        // Nearly every copy is the first of its message.
        if (!Insert(group.Main, copy))
        {
            Delete(group.Main, copy.Id);
            Insert(group.Main, copy);
        }

        foreach (var lead in copy.LeadIds)
            group.Main.Run("INSERT OR IGNORE INTO copy_leads (lead, copy) VALUES (?1, ?2)", lead, copy.Id);
    }

    public static void Delete(Database main, string id)
    {
        foreach (var lead in main.Find("SELECT leads FROM copies WHERE id = ?1", static row => ReadLeads(row.GetString(0)), id) ?? [])
            main.Run("DELETE FROM copy_leads WHERE lead = ?1 AND copy = ?2", lead, id);
        main.Run("DELETE FROM copies WHERE id = ?1", id);
    }

    public static string[] ReadLeads(string leads) => JsonSerializer.Deserialize<string[]>(leads) ?? [];

    private static bool Insert(Database main, MailCopy copy) =>
        main.Run(
            "INSERT INTO copies (id, kind, at, leads, sealed) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO NOTHING",
            copy.Id, copy.Kind, copy.At, JsonSerializer.Serialize(copy.LeadIds), copy.Sealed) == 1;
}
