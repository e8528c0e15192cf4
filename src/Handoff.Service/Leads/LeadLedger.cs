using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.News;
using Handoff.Service.People;
using Handoff.Service.Turns;
using Handoff.Service.Vault;

namespace Handoff.Service.Leads;

/// <summary>Reads the life of a lead.</summary>
public sealed class LeadLedger(
    LeadTurns turns, LeadStories stories, DisclosureReading disclosures, LeadVault vault, CompanyInForce company)
{
    /// <summary>The lead, or null when there is none.</summary>
    public async Task<LeadView?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await turns.FindAsync(new(id), cancellation) is not { } lead)
            return null;
        var events = await stories.EventsAsync(lead.Id, cancellation);
        var reader = (await stories.ReaderAsync(lead.Known.Agreement, Language.En, cancellation)).Of(events);
        return new(id, lead.Status.Word(), lead.Known.Tier, lead.Known.Score, OwnerOf(lead),
            [.. lead.Clocks.Select(
                clock => new ClockView(
                    LeadWords.Of(clock.Name), clock.Within.ToString(), clock.StartedAt, clock.Plan.Due, LeadWords.Of(clock.State)))],
            [.. events.Select(happened => new EventView(happened.At, LeadStory.TypeOf(happened), LeadStory.Says(happened, reader)))])
        {
            Dimensions = lead.Known.Dimensions,
            FirstTouch = lead.Known.FirstTouch ?? lead.Known.LastTouch,
            LastTouch = lead.Known.LastTouch,
            Next = lead.FollowUp is { } planned ? WhenText.Write(planned.On) : null,
            ToldTo = await disclosures.ChannelsAsync(lead.Id, cancellation),
        };
    }

    /// <summary>The lead with who sent it, or null when there is none.</summary>
    public async Task<LeadView?> FindWithContactAsync(string id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is not { } lead ? null
            : await vault.OpenAsync(id, cancellation) is not { } record ? lead
            : lead with { Contact = ContactView.Of(record) };

    /// <summary>
    /// The owner's address, <c>former-N</c> of somebody who was forgotten; of the manager's queue, the manager's; <c>marketing</c>; null:
    /// nobody.
    /// </summary>
    private string? OwnerOf(Lead lead) => lead.Owner.Kind switch
    {
        OwnerKind.Person when lead.Owner.Who is { } who => company.AddressOf(who),
        OwnerKind.ManagerQueue => company.Staff.Team(lead.Known.Team) is { } team ? company.AddressOf(team.Manager) : null,
        OwnerKind.Marketing => "marketing",
        _ => null,
    };
}
