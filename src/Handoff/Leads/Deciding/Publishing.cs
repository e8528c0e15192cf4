using Handoff.News;
using Handoff.People;

namespace Handoff.Leads.Deciding;

/// <summary>
/// What other programs are told of is owed to the channels like any message, in the write of the events that it tells: so none is lost,
/// and what the channels make of it costs the lead nothing.
/// </summary>
internal static class Publishing
{
    /// <param name="draft">The decision, whose events are all there.</param>
    /// <param name="before">How many events the lead had before it.</param>
    /// <param name="wanted">Which events some channel wants.</param>
    public static void Owe(DecisionDraft draft, int before, IReadOnlySet<NewsKind> wanted)
    {
        if (draft.Events.Any(IsWanted))
            Messages.Owe(draft, MessageKind.News, PersonId.Nobody, new() { After = before }, atAnyHour: true);

        bool IsWanted(LeadEvent happened) => NewsKinds.Of(happened) is { } kind
            && (wanted.Contains(kind) || UndoneNews.KindsOf(happened).Any(wanted.Contains));
    }
}
