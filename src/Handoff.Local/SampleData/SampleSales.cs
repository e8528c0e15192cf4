using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using NodaTime;

namespace Handoff.Local.SampleData;

/// <summary>What somebody does about a lead in the sample.</summary>
/// <param name="Step">What it answers; each step of a lead is answered once.</param>
internal sealed record SampleReply(string Step, Instant At, LeadCommand Command);

/// <summary>
/// How the sales people of the sample work: mostly in time, the first team late on Friday afternoons, and giving back what a bad campaign
/// brought. They reply by the commands that the links in their mails carry.
/// </summary>
internal sealed class SampleSales(Chance chance, Staff staff, Func<Lead, Campaign> campaignOf)
{
    /// <summary>What comes next in the life of a lead, from where it stands; null: nobody does anything.</summary>
    public SampleReply? Next(Lead lead, Instant now) => lead switch
    {
        { Status: LeadStatus.Qualified, AwaitsRouting: false, Known: var known } when staff.Team(known.Team) is { } team =>
            Manage(lead, team, now),
        { Offer: { } offer } => Answer(lead, offer, now),
        { Status: LeadStatus.Accepted, Owner.Who: { } who } => Contact(lead, who, now),
        { Status: LeadStatus.Contacted, Owner.Who: { } who } => Feedback(lead, who, now),
        { Status: LeadStatus.SalesQualified } => Outcome(lead, now),
        _ => null,
    };

    private SampleReply Manage(Lead lead, Team team, Instant now)
    {
        var at = After(team.Manager, now, chance.Around(12, 0.6));
        var reps = team.Reps.Where(rep => staff.Find(rep.Id) is { } person && person.Calendar.IsOpen(at)).ToArray();
        return new($"queue {lead.Version}", at, reps.Length > 0
            ? new AssignLead(team.Manager, chance.Of(reps).Id) : new TakeLead(team.Manager));
    }

    private SampleReply Answer(Lead lead, Offer offer, Instant now)
    {
        var who = chance.Of(offer.To);
        var at = Late(who, After(who, now, chance.Around(Minutes(lead, ClockName.Accept) * 0.3, 0.75)));
        var declines = chance.Is(campaignOf(lead).Bad * 0.6) ? Fault(lead) : chance.Is(0.05) ? "no_capacity" : null;
        return new($"offer {offer.Number}", at, declines is null
            ? new AcceptOffer(who, offer.Number) : new DeclineOffer(who, offer.Number, declines));
    }

    private SampleReply Contact(Lead lead, PersonId who, Instant now)
    {
        var at = Late(who, After(who, now, chance.Around(Minutes(lead, ClockName.FirstContact) * 0.35, 0.8)));
        var how = lead.LastAttempt is null && chance.Is(0.2) ? ContactWay.Voicemail
            : chance.Of<ContactWay>([(6, ContactWay.Called), (2, ContactWay.Emailed), (1, ContactWay.Meeting)]);
        return new($"contact {lead.LastAttempt?.Number} {who}", at, new RecordContact(who, how));
    }

    private SampleReply Feedback(Lead lead, PersonId who, Instant now)
    {
        var at = After(who, now, chance.Around(Minutes(lead, ClockName.Feedback) * 0.35, 0.6));
        var reason = chance.Is(campaignOf(lead).Bad) ? Fault(lead) : chance.Is(0.12) ? "not_now" : null;
        return new($"feedback {who}", at, new GiveFeedback(who, reason));
    }

    private SampleReply? Outcome(Lead lead, Instant now)
    {
        if (lead.Milestones.Pipeline is not { } worth)
        {
            var size = Math.Round((decimal)chance.Around(7_500, 0.7) / 50) * 50;
            var told = now + Duration.FromDays(chance.Around(1, 0.5));
            return new("pipeline", told, new RecordOutcome(Leads.Outcome.Qualified, size, "EUR", false));
        }

        var at = now + Duration.FromDays(chance.Around(16, 0.5));
        return chance.Is(0.32) ? new("outcome", at, new RecordOutcome(Leads.Outcome.Won, worth.Amount, worth.Currency, false))
            : chance.Is(0.55) ? new("outcome", at, new RecordOutcome(Leads.Outcome.Lost, null, null, false))
            : null;
    }

    /// <summary>A reason for which the agreement answers to marketing; what a bad campaign brings is mostly one.</summary>
    private string Fault(Lead lead) => campaignOf(lead).Bad > 0.5
        ? chance.Of<string>([(8, "bad_contact_data"), (2, "not_a_fit"), (1, "spam")]) : "not_a_fit";

    /// <summary>The promised time in minutes of open time; a working day counts as eight hours.</summary>
    private static double Minutes(Lead lead, ClockName name) =>
        lead.Clocks.LastOrDefault(clock => clock.Name == name)?.Within is not { } within ? 60
            : within.Days > 0 ? within.Days * 480 : within.Measured.TotalMinutes;

    private Instant After(PersonId who, Instant now, double minutes) => staff.Find(who) is { } person
        ? person.Calendar.Advance(now, Duration.FromMinutes(Math.Max(minutes, 0.5)))
        : now + Duration.FromMinutes(minutes);

    /// <summary>The first team answers on Monday what comes on a Friday afternoon, as often as not.</summary>
    private Instant Late(PersonId who, Instant at)
    {
        if (staff.TeamOf(who) != staff.Teams[0] || staff.Find(who) is not { } person)
            return at;
        var local = at.InZone(person.Calendar.Zone);
        return local is { DayOfWeek: IsoDayOfWeek.Friday, Hour: >= 14 } && chance.Is(0.6) ? After(who, at, chance.Around(240, 0.3)) : at;
    }
}
