using Handoff.Service.Processes;

namespace Handoff.Service.Meetings;

/// <summary>A source that was valid is refused again and again.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Count">How often at least, within an hour.</param>
public sealed record SourceMail(string Source, int Count) : LetterMail
{
    /// <inheritdoc/>
    public override string Kind => "source_refused";
}
