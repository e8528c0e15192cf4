using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>A decision in the making: the state as it stands after the events emitted so far.</summary>
internal sealed class LeadTurn(Lead lead, World world, Instant now)
{
    private readonly ImmutableArray<LeadEvent>.Builder _events = ImmutableArray.CreateBuilder<LeadEvent>(initialCapacity: 4);
    private ImmutableArray<RotaChange>.Builder? _changes;
    private Rota _rota = world.Rota;
    private int _applied;

    /// <summary>The state so far; its version is counted on at the end.</summary>
    public Lead Lead { get; private set; } = lead;

    public Instant Now { get; } = now;

    public Agreement Agreement => world.Agreement;

    public Staff Staff => world.Staff;

    public bool RestsOnRota { get; private set; }

    /// <summary>The team that answers for the lead; null when it is no longer in the files.</summary>
    public Team? Team => Staff.Team(Lead.Known.Team);

    public Tier Tier => Agreement.Tier(Lead.Known.Tier)
        ?? throw new InvalidOperationException($"Agreement {Agreement.Version} has lost the tier under which the lead qualified.");

    public void Emit(LeadEvent happened)
    {
        var before = Lead;
        Lead = LeadEvolution.Apply(before, happened);
        _events.Add(happened);
        RotaEffects.Add(before, happened, Lead, ref _changes);
    }

    /// <summary>The rota with what this turn has changed so far: most turns ask for it once at the most, before they change it.</summary>
    private Rota RotaNow()
    {
        for (; _applied < _changes?.Count; _applied++)
        {
            if (_changes[_applied].Team == _rota.Team)
                _rota = _rota.Apply(_changes[_applied]);
        }

        return _rota;
    }

    public RoutingChoice? Route(PersonId? notTo)
    {
        if (Team is not { } team)
            return null;
        RestsOnRota = true;
        return Router.Choose(new()
        {
            Team = team,
            Staff = Staff,
            Rota = RotaNow(),
            Language = Lead.Known.Language,
            Excluded = Lead.Excluded,
            ExistingOwner = Lead.Known.ExistingOwner,
            Now = Now,
            NotTo = notTo,
        });
    }

    /// <summary>The calendar of a person; of one who has left the files, the team's; of a team that has, one that is always open.</summary>
    public BusinessCalendar CalendarOf(PersonId? who) =>
        (who is { } person ? Staff.Find(person)?.Calendar : null) ?? Team?.Calendar ?? BusinessCalendar.AlwaysOpen("always", DateTimeZone.Utc);

    /// <summary>The calendar on which a clock was planned, as it is now; when it is no longer in the files, that of <paramref name="holder"/>.</summary>
    public BusinessCalendar CalendarOf(ClockRun clock, PersonId? holder)
    {
        var calendar = CalendarOf(holder);
        return calendar.Name == clock.Plan.Calendar ? calendar : Staff.Calendar(clock.Plan.Calendar) ?? calendar;
    }

    public Decision Decision(Answer answer)
    {
        var after = _events.Count == 0 ? Lead : Lead with { Version = Lead.Version + _events.Count };
        return new(_events.DrainToImmutable(), after, answer, _changes?.DrainToImmutable() ?? [], RestsOnRota);
    }
}
