using Handoff.Leads;
using Handoff.Service.Board;
using Handoff.Service.Turns;

namespace Handoff.Service.Leads;

/// <summary>Erases a lead's personal data everywhere (promise 7).</summary>
public sealed class LeadErasure(LeadTurns turns, LeadStories stories, LeadTitles titles)
{
    /// <summary>
    /// Erases the lead, the requests that joined it and the handoff that followed it; false when there is no such lead. Erasing twice is
    /// the same: an erasure that was cut short is finished by the second.
    /// </summary>
    public Task<bool> EraseAsync(string id, CancellationToken cancellation) => EraseAsync(id, isExpired: false, cancellation);

    /// <inheritdoc cref="EraseAsync(string, CancellationToken)"/>
    /// <param name="isExpired">Whether because the agreement keeps it no longer: then no channel is told.</param>
    public async Task<bool> EraseAsync(string id, bool isExpired, CancellationToken cancellation)
    {
        var erased = await turns.DecideAsync(new(id), new EraseLead(isExpired), cancellation);
        if (erased.Lead is not { } lead)
            return false;
        titles.Forget(id);
        // The state remembers only the last of them.
        foreach (var touch in (await stories.EventsAsync(lead.Id, cancellation)).OfType<TouchAdded>())
        {
            await turns.DecideAsync(touch.From, new EraseLead(isExpired), cancellation);
            titles.Forget(touch.From.Value);
        }

        if (lead.FollowedBy is { } follow)
            await EraseAsync(follow.Lead.Value, isExpired, cancellation);
        return true;
    }
}
