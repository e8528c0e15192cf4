using NodaTime;

namespace Handoff.Calendars;

/// <summary>
/// The open time of [Start, End), compiled: merged spans in order, cut at the ends of the page, with the open time before each.
/// </summary>
internal sealed class OpenPage
{
    private readonly Instant[] _starts;
    private readonly Instant[] _ends;
    private readonly Duration[] _before;

    public OpenPage(ISchedule schedule, Instant start, Instant end)
    {
        Start = start;
        End = end;
        var spans = new List<OpenSpan>();
        schedule.Collect(start, end, spans);
        var merged = OpenSpan.Merge(spans);
        _starts = new Instant[merged.Count];
        _ends = new Instant[merged.Count];
        _before = new Duration[merged.Count];
        for (var i = 0; i < merged.Count; i++)
        {
            _starts[i] = Instant.Max(merged[i].Start, start);
            _ends[i] = Instant.Min(merged[i].End, end);
            _before[i] = Total;
            Total += _ends[i] - _starts[i];
        }
    }

    public Instant Start { get; }

    public Instant End { get; }

    /// <summary>All open time of the page.</summary>
    public Duration Total { get; } = Duration.Zero;

    public int Count => _starts.Length;

    public OpenSpan this[int index] => new(_starts[index], _ends[index]);

    /// <summary>The last span that starts at or before the instant; -1 when there is none.</summary>
    public int IndexAt(Instant instant)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_starts[middle] <= instant) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    /// <summary>The open time from the start of the page to the instant.</summary>
    public Duration OpenBefore(Instant instant)
    {
        var index = IndexAt(instant);
        return index < 0 ? Duration.Zero : _before[index] + (Instant.Min(instant, _ends[index]) - _starts[index]);
    }

    /// <summary>
    /// The first instant at which this much open time has passed since the start of the page; more than zero, at most
    /// <see cref="Total"/>.
    /// </summary>
    public Instant InstantAt(Duration open)
    {
        // The last span before which less than that has passed: so a length that fits exactly ends at the closing.
        var (low, high) = (0, _before.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_before[middle] < open) low = middle + 1;
            else high = middle;
        }

        return _starts[low - 1] + (open - _before[low - 1]);
    }
}
