using System.Text.Json.Serialization;
using Handoff.Service.Intake;

namespace Handoff.Web.Intake;

/// <summary>What a source is told of a lead that is stored (DESIGN section 8).</summary>
/// <param name="Id">The lead's id.</param>
/// <param name="Status">Its status.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Score">Its score.</param>
/// <param name="DuplicateOf">The open handoff that it joined; absent when it is one of its own.</param>
public sealed record IntakeReceipt(
    string Id, string Status, string Tier, int Score, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DuplicateOf)
{
    internal static IntakeReceipt Of(IntakeAnswer.Stored stored) =>
        new(stored.Id.Value, stored.Status, stored.Tier, stored.Score, stored.DuplicateOf?.Value);
}
