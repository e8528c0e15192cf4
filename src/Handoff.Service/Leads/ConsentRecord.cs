using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>What a person agreed to when the form was sent, as it can be proved: part of the personal data.</summary>
/// <param name="Given">Whether the box was ticked.</param>
/// <param name="Field">The form's field.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Text">The version of the text beside the box, or null: nobody said it.</param>
/// <param name="Page">The page on which it was asked, without what its address asks; or null.</param>
/// <param name="At">When it was received, UTC.</param>
/// <param name="Source">The source.</param>
public sealed record ConsentRecord(bool Given, string Field, string Purpose, string? Text, string? Page, Instant At, string Source);
