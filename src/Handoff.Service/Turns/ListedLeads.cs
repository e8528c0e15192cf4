using System.Collections.Immutable;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Turns;

/// <summary>
/// A short list of leads kept as one lookup, so that they are found without a search. It is written with the turn that puts a lead on it or takes it off;
/// any other turn neither reads nor writes it.
/// </summary>
internal sealed class ListedLeads(ILookupStore lookups, IClock clock)
{
    /// <summary>How many leads a list holds at most; one more is not listed.</summary>
    public const int Most = 200;

    /// <summary>What a turn has to write because the lead came onto the list or left it; null: nothing.</summary>
    /// <param name="key">The list.</param>
    /// <param name="id">The lead's id.</param>
    /// <param name="was">Whether it belonged there before the turn.</param>
    /// <param name="belongs">Whether it does now.</param>
    /// <param name="cancellation">Ends the look.</param>
    public async ValueTask<LookupWrite?> ChangeAsync(string key, string id, bool was, bool belongs, CancellationToken cancellation)
    {
        if (was == belongs)
            return null;
        var found = await lookups.FindLookupAsync(key, clock.GetCurrentInstant(), cancellation);
        var listed = Ids(found);
        if (belongs ? listed.Contains(id) || listed.Length >= Most : !listed.Contains(id))
            return null;
        listed = belongs ? listed.Add(id) : listed.Remove(id);
        // It leads to no one lead: erasing a lead does not take it away.
        return new(key, LeadId: "", string.Join(' ', listed), found?.Version ?? 0, ExpiresAt: null);
    }

    /// <summary>The leads, the one that came first in front.</summary>
    public async ValueTask<ImmutableArray<string>> ReadAsync(string key, CancellationToken cancellation) =>
        Ids(await lookups.FindLookupAsync(key, clock.GetCurrentInstant(), cancellation));

    private static ImmutableArray<string> Ids(Lookup? found) => found is null ? [] : [.. found.Data.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
