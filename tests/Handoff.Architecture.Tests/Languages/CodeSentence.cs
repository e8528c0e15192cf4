namespace Handoff.Architecture.Tests.Languages;

/// <summary>A sentence that the code says.</summary>
/// <param name="Speaker">The class that says it.</param>
/// <param name="English">Its English template, with <c>{0}</c> for what is filled in.</param>
/// <param name="Italian">The Italian one, which shows a translator what is meant.</param>
/// <param name="Parts">What is filled in, as the code writes it.</param>
/// <param name="At">Where it is said.</param>
internal sealed record CodeSentence(string Speaker, string English, string Italian, IReadOnlyList<string> Parts, string At);
