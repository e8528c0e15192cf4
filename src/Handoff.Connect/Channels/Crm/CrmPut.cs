using System.Text.Json.Nodes;

namespace Handoff.Connect.Channels.Crm;

/// <summary>What came of writing a record.</summary>
/// <param name="Last">The last answer.</param>
/// <param name="Left">The fields that the CRM does not take, which were left out.</param>
internal sealed record CrmPut(CrmAnswer Last, IReadOnlyList<string> Left)
{
    /// <summary>So many fields that the CRM does not take are left out at most: then more is wrong than a field.</summary>
    private const int MostLeft = 12;

    /// <summary>Writes; what the CRM says it does not take is left out: a bad field loses no lead.</summary>
    /// <param name="fields">The fields; those that are left out are taken from them.</param>
    /// <param name="put">Writes them once.</param>
    /// <param name="notTaken">Which of the fields that were sent an answer refuses.</param>
    public static async Task<CrmPut> TryAsync(
        JsonObject fields, Func<JsonNode, Task<CrmAnswer>> put, Func<CrmAnswer.Said, IEnumerable<string>, string[]> notTaken)
    {
        List<string> left = [];
        var answer = await put(fields.DeepClone());
        while (left.Count < MostLeft && answer is CrmAnswer.Said said
            && notTaken(said, fields.Select(one => one.Key)) is { Length: > 0 } names)
        {
            foreach (var name in names)
                fields.Remove(name);
            left.AddRange(names);
            answer = await put(fields.DeepClone());
        }

        return new(answer, left);
    }

    /// <summary>The remark on a record that was written, with what was left out of it.</summary>
    public string Told(string crm, string remark) =>
        Left.Count == 0 ? remark : $"{crm} does not take {string.Join(", ", Left)}. {remark}".TrimEnd();
}
