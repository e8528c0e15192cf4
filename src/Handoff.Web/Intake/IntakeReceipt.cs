using System.Text.Json.Serialization;
using Handoff.Service.Intake;

namespace Handoff.Web.Intake;

/// <summary>
/// What a source is told of a lead that is stored (design section 8). A public page learns the id only: the score would tell a rival what
/// counts, the status would tell a bot that its trap was found.
/// </summary>
/// <param name="Id">The lead's id; absent where there was nothing to store.</param>
/// <param name="Status">Its status; absent for the public.</param>
/// <param name="Tier">Its tier; absent for the public.</param>
/// <param name="Score">Its score; absent for the public.</param>
/// <param name="DuplicateOf">The open handoff that it joined; absent when it is one of its own, and for the public.</param>
public sealed record IntakeReceipt(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Status = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Tier = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Score = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DuplicateOf = null)
{
    internal static IntakeReceipt Of(IntakeAnswer.Stored stored) =>
        new(stored.Id.Value, stored.Status, stored.Tier, stored.Score, stored.DuplicateOf?.Value);
}
