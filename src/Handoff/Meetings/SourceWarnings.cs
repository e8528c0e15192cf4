using Handoff.People;
using Handoff.Processes;
using NodaTime;

namespace Handoff.Meetings;

/// <summary>Somebody is told that a source which was valid is refused again and again.</summary>
/// <param name="Number">1 for the first warning of any kind.</param>
/// <param name="Count">How often at least, within an hour.</param>
[StoredAs("source_warned")]
public sealed record SourceWarned(Instant At, int Number, string Source, int Count) : ProcessEvent(At);

/// <summary>A source that was valid is refused again and again: somebody is to be told, once a day.</summary>
/// <param name="To">Who is told.</param>
public sealed record WarnOfSource(string Source, int Count, PersonId To) : ProcessCommand;

/// <summary>Decides about it, in the one stream of warnings.</summary>
internal static class SourceWarnings
{
    /// <summary>How long after one warning the next of the same source may follow.</summary>
    private static readonly Duration Between = Duration.FromDays(1);

    public static IEnumerable<ProcessEvent> Warn(PaceState state, WarnOfSource command, Instant now)
    {
        if (state.SourcesWarned.TryGetValue(command.Source, out var told) && now - told < Between)
            return [];
        var warned = new SourceWarned(now, state.Warnings + 1, command.Source, command.Count);
        return [warned, .. state.Letters.Owe(now, LetterKind.SourceRefused, warned.Number, [command.To])];
    }
}
