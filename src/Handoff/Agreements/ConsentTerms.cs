namespace Handoff.Agreements;

/// <summary>How a source's form asks whether the person may be contacted.</summary>
/// <param name="Field">The form's field: a box that is ticked, or not sent.</param>
/// <param name="Purpose">For what, such as <c>contact</c>.</param>
/// <param name="Text">Which version of the text stands beside the box; null: the form says it as <c>consent_text</c>, or nobody.</param>
public sealed record ConsentTerms(string Field, string Purpose, string? Text);
