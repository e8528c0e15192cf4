using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>A decision in the making: the events emitted so far, and the state as it stands after them.</summary>
internal sealed class DecisionDraft(Lead lead, World world, Instant now)
{
    private readonly List<LeadEvent> _events = [];
    private readonly List<RotaChange> _changes = [];

    /// <summary>The state so far.</summary>
    public Lead Lead { get; private set; } = lead;

    public Instant Now => now;

    /// <summary>The events so far.</summary>
    public IReadOnlyList<LeadEvent> Events => _events;

    public Agreement Agreement => world.Agreement;

    public Staff Staff => world.Staff;

    public AskStanding? Asked => world.Asked;

    public bool RestsOnRota { get; private set; }

    /// <summary>The team that answers for the lead; null when it is no longer in the files.</summary>
    public Team? Team => Staff.Team(Lead.Known.Team);

    public Tier Tier => Agreement.Tier(Lead.Known.Tier)
        ?? throw new InvalidOperationException($"Agreement {Agreement.Version} has lost the tier under which the lead qualified.");

    public void Emit(LeadEvent happened)
    {
        var before = Lead;
        Lead = LeadEvolution.Evolve(before, happened);
        _events.Add(happened);
        _changes.AddRange(RotaEffects.Of(before, happened, Lead));
    }

    /// <summary>To whom the routing gives a lead that nobody has accepted, or nobody while the manager's queue goes before.</summary>
    public RoutingChoice? Route() =>
        Route(notTo: null, Lead.UnmetClock is { Mode: ClockMode.Elapsed } ? QueueRule.WhileManagerIsAtWork : QueueRule.WhenManagerIsFirst);

    public RoutingChoice? Route(PersonId? notTo, QueueRule queue = QueueRule.Never)
    {
        if (Team is not { } team)
            return null;
        RestsOnRota = true;
        return Router.Choose(new()
        {
            Team = team,
            Staff = Staff,
            Rota = world.Rota.Apply(_changes),
            Language = Lead.Known.Language,
            Excluded = Lead.Excluded,
            ExistingOwner = Lead.Known.ExistingOwner,
            Now = Now,
            NotTo = notTo,
            Queue = queue,
        });
    }

    /// <summary>The calendar of a person; of one who has left the files, the team's; of a team that has, one that is always open.</summary>
    public BusinessCalendar CalendarOf(PersonId? who) =>
        (who is { } person ? Staff.Find(person)?.Calendar : null) ?? Team?.Calendar
            ?? BusinessCalendar.AlwaysOpen("always", DateTimeZone.Utc);

    /// <summary>
    /// The calendar on which a clock was planned, as it is now; when it is no longer in the files, that of <paramref name="holder"/>.
    /// </summary>
    public BusinessCalendar CalendarOf(ClockRun clock, PersonId? holder)
    {
        var calendar = CalendarOf(holder);
        return calendar.Name == clock.Plan.Calendar ? calendar : Staff.Calendar(clock.Plan.Calendar) ?? calendar;
    }

    /// <summary>What was decided.</summary>
    /// <param name="answer">What whoever asked is told.</param>
    public Decision Decision(Answer answer) => new([.. _events], Lead, answer, [.. _changes], RestsOnRota);
}
