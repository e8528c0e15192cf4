using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>
/// Keys of the agreement that are read and checked, and that nothing carries out yet: who signs them must not wait for what never comes. A
/// key leaves this list with the feature that acts on it.
/// </summary>
internal static class NotYetActedOn
{
    /// <summary>Notes each of them that is written.</summary>
    public static void Note(AgreementForm agreement, Findings findings)
    {
        foreach (var tier in agreement.Tiers.Value)
            Add("ask_the_lead", tier.Value.AskTheLead, "nobody asks the lead");

        void Add<T>(string key, Field<T> field, string so)
            where T : notnull
        {
            if (field.IsWritten)
                findings.Note(field.At, $"'{key}' is read, not yet acted on: {so}");
        }
    }
}
