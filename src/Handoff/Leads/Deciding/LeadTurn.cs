using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Routing;
using NodaTime;

namespace Handoff.Leads.Deciding;

/// <summary>
/// A decision in the making: the state as it stands after the events emitted so far. A thread makes one at a time, from beginning to end, and works on
/// the same turn again for the next: so a decision allocates what it results in, and hardly more.
/// </summary>
internal sealed class LeadTurn
{
    [ThreadStatic]
    private static LeadTurn? _idle;

    private readonly List<LeadEvent> _events = [];
    private readonly List<RotaChange> _changes = [];
    private LeadState _state;
    private World _world = null!;
    private Rota _rota = null!;
    private int _applied;

    private LeadTurn()
    {
    }

    /// <summary>A turn of this lead, to be ended by its <see cref="Decision"/>; one that was left by an exception is not used again.</summary>
    public static LeadTurn Of(Lead lead, World world, Instant now)
    {
        var turn = _idle ?? new LeadTurn();
        _idle = null;
        (turn._state, turn._world, turn._rota, turn.Now) = (lead.State, world, world.Rota, now);
        return turn;
    }

    /// <summary>The state so far.</summary>
    public ref readonly LeadState Lead => ref _state;

    public Instant Now { get; private set; }

    public Agreement Agreement => _world.Agreement;

    public Staff Staff => _world.Staff;

    public bool RestsOnRota { get; private set; }

    /// <summary>The team that answers for the lead; null when it is no longer in the files.</summary>
    public Team? Team => Staff.Team(Lead.Known.Team);

    public Tier Tier => Agreement.Tier(Lead.Known.Tier)
        ?? throw new InvalidOperationException($"Agreement {Agreement.Version} has lost the tier under which the lead qualified.");

    public void Emit(LeadEvent happened)
    {
        var before = _state.Hold;
        LeadEvolution.Apply(ref _state, happened);
        _events.Add(happened);
        RotaEffects.Add(before, happened, _state.Hold, _changes);
    }

    /// <summary>The rota with what this turn has changed so far: most turns ask for it once at the most, before they change it.</summary>
    private Rota RotaNow()
    {
        for (; _applied < _changes.Count; _applied++)
        {
            if (_changes[_applied].Team == _rota.Team)
                _rota = _rota.Apply(_changes[_applied]);
        }

        return _rota;
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
            Rota = RotaNow(),
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
        (who is { } person ? Staff.Find(person)?.Calendar : null) ?? Team?.Calendar ?? BusinessCalendar.AlwaysOpen("always", DateTimeZone.Utc);

    /// <summary>The calendar on which a clock was planned, as it is now; when it is no longer in the files, that of <paramref name="holder"/>.</summary>
    public BusinessCalendar CalendarOf(ClockRun clock, PersonId? holder)
    {
        var calendar = CalendarOf(holder);
        return calendar.Name == clock.Plan.Calendar ? calendar : Staff.Calendar(clock.Plan.Calendar) ?? calendar;
    }

    /// <summary>What was decided; the turn is over.</summary>
    /// <param name="before">The state with which it began: it stays the same object when nothing has happened.</param>
    /// <param name="answer">What whoever asked is told.</param>
    public Decision Decision(Lead before, Answer answer)
    {
        var decision = new Decision([.. _events], _events.Count == 0 ? before : new(_state), answer, [.. _changes], RestsOnRota);
        _events.Clear();
        _changes.Clear();
        (_state, _world, _rota, _applied, RestsOnRota) = (default, null!, null!, 0, false);
        _idle = this;
        return decision;
    }
}
