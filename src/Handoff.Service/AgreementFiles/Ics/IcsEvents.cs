using System.Collections.Immutable;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>Finds the events of a file: what stands in a time zone, an alarm, a task or a journal is none.</summary>
internal sealed class IcsEvents(IcsTrouble trouble, CancellationToken cancellation)
{
    private const int Deepest = 10;

    private readonly List<IcsEvent> _events = [];
    private readonly Stack<string> _open = [];
    private IcsEvent? _current;
    private int _firstOfCalendar;
    private bool _isCancelled;
    private bool _hasStart;
    private string? _zone;

    /// <summary>The events in the order of the file; what is wrong is told.</summary>
    public static ImmutableArray<IcsEvent> Read(string text, IcsTrouble trouble, CancellationToken cancellation)
    {
        var reading = new IcsEvents(trouble, cancellation);
        var last = 0;
        foreach (var line in IcsLine.Read(text, trouble))
        {
            last = line.Number;
            if (!reading.Take(line))
                return [];
        }

        if (reading._open.TryPeek(out var open) && !trouble.IsOfForm)
            trouble.Tell(last, $"the file ends where END:{open} is missing{reading.InEvent}");
        return [.. reading._events];
    }

    private string InEvent => _current is { } current ? $", in {current.Name}" : "";

    private bool Take(IcsLine line)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (line.Name)
        {
            case "BEGIN":
                return Begin(line.Number, line.Value.ToUpperInvariant());
            case "END":
                return End(line.Number, line.Value.ToUpperInvariant());
            case "METHOD" when _open.Count == 1:
                _isCancelled = line.Value.Equals("CANCEL", StringComparison.OrdinalIgnoreCase);
                return true;
            case "X-WR-TIMEZONE" when _open.Count == 1:
                _zone = line.Value;
                return true;
            default:
                if (_current is null || _open.Peek() != "VEVENT")
                    return true;
                _hasStart |= line.Name == "DTSTART";
                _current = _current.With(line, trouble);
                return true;
        }
    }

    private bool Begin(int line, string component)
    {
        var isInside = (component == "VCALENDAR") == (_open.Count == 0);
        if (!isInside || _open.Count >= Deepest || (component == "VEVENT" && _open.Count != 1))
        {
            var missing = _open.TryPeek(out var open) ? $"END:{open}" : "BEGIN:VCALENDAR";
            trouble.Tell(line, $"BEGIN:{ShownText.Quote(component)} does not belong here: {missing} is missing{InEvent}");
            return false;
        }

        _open.Push(component);
        if (component == "VCALENDAR")
            (_firstOfCalendar, _isCancelled, _zone) = (_events.Count, false, null);
        if (component == "VEVENT")
            (_current, _hasStart) = (new IcsEvent(line), false);
        return true;
    }

    private bool End(int line, string component)
    {
        if (!_open.TryPeek(out var open) || open != component)
        {
            var missing = open is null ? "" : $": END:{open} is missing";
            trouble.Tell(line, $"END:{ShownText.Quote(component)} does not belong here{missing}{InEvent}");
            return false;
        }

        _open.Pop();
        if (component == "VEVENT")
            Finish();
        else if (component == "VCALENDAR")
            FinishCalendar();
        return true;
    }

    private void Finish()
    {
        // A cancellation may name no more than the event or the occurrence that it is about.
        if (!_hasStart && _current is { IsCancelled: false } && !_isCancelled)
            trouble.Tell(_current, _current.Line, "it has no DTSTART");
        _events.Add(_current!);
        _current = null;
    }

    private void FinishCalendar()
    {
        var zone = IcsZones.Find(_zone);
        for (var at = _firstOfCalendar; at < _events.Count; at++)
            _events[at] = _events[at] with { FileZone = zone, IsCancelled = _events[at].IsCancelled || _isCancelled };
    }
}
