using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Figures.Statistics;
using Handoff.People;
using NodaTime;

namespace Handoff.Figures.Tallies;

/// <summary>Adds up how long promises took, when they were broken, and what leads waited for.</summary>
internal sealed class TimeTally(FigurePeriod period, Staff staff, Instant now)
{
    private const double Ninety = 0.9;
    private const int EnoughForNinety = 20;

    private readonly Minute _from = Minute.Of(period.Start);
    private readonly Minute _to = Minute.Of(period.End);
    private readonly KaplanMeier[] _times = [new(), new(), new()];
    private readonly (int Broken, int Judged)[,] _hours = new (int, int)[8, 24];
    private int _waited;
    private long _system, _rep, _closed;

    public void Add(in LeadFact lead)
    {
        if (!lead.Counts)
            return;
        Add(ClockName.Accept, lead.Accept, lead.QualifiedAt, lead);
        Add(ClockName.FirstContact, lead.FirstContact, lead.AcceptedAt, lead);
        Add(ClockName.Feedback, lead.Feedback, lead.ContactedAt, lead);
        if (lead.AcceptedAt.IsNone || !lead.QualifiedAt.IsIn(_from, _to))
            return;
        // Who took a lead from the queue was never offered it: until then the system had it.
        var offered = lead.OfferedAt.IsNone || lead.OfferedAt > lead.AcceptedAt ? lead.AcceptedAt : lead.OfferedAt;
        var asked = lead.AcceptedAt.Since(offered);
        var open = Math.Min(lead.OpenToAcceptMinutes, asked);
        _waited++;
        _system += Math.Max(0, offered.Since(lead.ReceivedAt));
        _rep += open;
        _closed += asked - open;
    }

    public WaitingTime Waiting => new(_waited, _system, _rep, _closed);

    public ImmutableArray<TimeFigure> Times =>
    [
        .. Enum.GetValues<ClockName>().Select(name => (Name: name, Times: _times[(int)name])).Select(one => new TimeFigure(
            one.Name, one.Times.Count, one.Times.Censored, one.Times.Quantile(0.5),
            one.Times.Count < EnoughForNinety ? null : one.Times.Quantile(Ninety))),
    ];

    public ImmutableArray<BreachCell> Breaches()
    {
        var cells = ImmutableArray.CreateBuilder<BreachCell>();
        for (var day = 1; day <= 7; day++)
        {
            for (var hour = 0; hour < 24; hour++)
            {
                if (_hours[day, hour] is { Judged: > 0 } cell)
                    cells.Add(new(day, hour, ShareFigure.Of(cell.Broken, cell.Judged)));
            }
        }

        return cells.ToImmutable();
    }

    private void Add(ClockName name, ClockFact clock, Minute started, in LeadFact lead)
    {
        if (!clock.IsThere)
            return;
        if (started.IsIn(_from, _to))
        {
            if (lead.Running is { } running && running.Clock == name)
                _times[(int)name].Add(running.RanMinutes(staff.Calendar(running.Calendar), now), hasEnded: false);
            else
                _times[(int)name].Add(clock.RanMinutes, clock.IsMet);
        }

        if (clock.IsJudged && clock.Due.IsIn(_from, _to) && staff.Team(lead.Traits.Team) is { } team)
        {
            var local = clock.Due.Plus(-1).ToInstant()!.Value.InZone(team.Calendar.Zone);
            ref var cell = ref _hours[(int)local.DayOfWeek, local.Hour];
            cell = (cell.Broken + (clock.State == Leads.ClockState.Breached ? 1 : 0), cell.Judged + 1);
        }
    }
}
