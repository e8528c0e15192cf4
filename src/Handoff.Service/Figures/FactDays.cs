using Handoff.Figures;

namespace Handoff.Service.Figures;

/// <summary>
/// Of each day (UTC) the version of the book at which a fact with an instant on it last changed: so it is known, without a look at the
/// facts, that nothing of a period did.
/// </summary>
internal sealed class FactDays
{
    private const int MinutesOfADay = 1440;

    private readonly List<long> _versions = [];

    /// <summary>A fact is about to become another, or has become this one.</summary>
    public void Changed(in LeadFact fact, long version)
    {
        foreach (var at in (ReadOnlySpan<Minute>)
            [
                fact.QualifiedAt, fact.Accept.Due, fact.FirstContact.Due, fact.Feedback.Due, fact.EndedAt, fact.OutcomeAt,
                fact.Money.Pipeline.At, fact.Money.Won.At,
            ])
            Mark(at, version);
    }

    /// <summary>Whether a fact that belongs to the period by any metric has changed after a version.</summary>
    public bool HaveChanged(FigurePeriod period, long since)
    {
        var last = Math.Min(_versions.Count - 1, Day(Minute.Of(period.End)));
        for (var day = Day(Minute.Of(period.Start)); day <= last; day++)
        {
            if (_versions[day] > since)
                return true;
        }

        return false;
    }

    private void Mark(Minute at, long version)
    {
        if (at.IsNone)
            return;
        while (_versions.Count <= Day(at))
            _versions.Add(0);
        _versions[Day(at)] = version;
    }

    private static int Day(Minute at) => at.Value / MinutesOfADay;
}
