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
    private readonly BreachTally _breaches = new(period, staff, now);
    private int _waited;
    private long _system, _rep, _closed;

    public void Add(in LeadFact lead)
    {
        if (!lead.Counts)
            return;
        _breaches.Add(lead);
        foreach (var name in ClockNames.OfHandoff)
            Add(name, lead);
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

    public ImmutableArray<TeamBreaches> Breaches => _breaches.Build();

    public WaitingTime Waiting => new(_waited, _system, _rep, _closed);

    public ImmutableArray<TimeFigure> Times =>
    [
        .. ClockNames.OfHandoff.Select(name => (Name: name, Times: _times[(int)name])).Select(one => new TimeFigure(
            one.Name, one.Times.Count, one.Times.Censored, one.Times.Quantile(0.5),
            one.Times.Count < EnoughForNinety ? null : one.Times.Quantile(Ninety))),
    ];

    private void Add(ClockName name, in LeadFact lead)
    {
        var (clock, started) = lead.Of(name);
        if (!clock.IsThere || !started.IsIn(_from, _to))
            return;
        if (lead.Running is { } running && running.Clock == name)
            _times[(int)name].Add(running.RanMinutes(staff.Calendar(running.Calendar), now), hasEnded: false);
        else
            _times[(int)name].Add(clock.RanMinutes, clock.IsMet);
    }
}
