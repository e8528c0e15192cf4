using Handoff.People;
using Handoff.Service.AgreementFiles.Ics;
using Handoff.Service.AgreementFiles.Meaning;
using NodaTime;

namespace Handoff.Service.Busy;

/// <summary>
/// The absences of free/busy time (RFC 5545, section 3.6.4), which some servers publish in the place of events: what is unavailable,
/// however short, and of what is busy the whole days. Servers join periods that touch, so busy ones are joined before days are looked for.
/// </summary>
internal static class FreeBusyTimes
{
    private static readonly Duration Longest = Duration.FromDays(366);

    /// <summary>Reads them from a file whose form is sound; a period that makes no sense is left out alone.</summary>
    /// <param name="zone">The zone of the person's calendar, whose days are meant.</param>
    public static IEnumerable<Absence> Read(string text, DateTimeZone zone, CancellationToken cancellation)
    {
        List<Absence> busy = [];
        List<Absence> away = [];
        var isInside = false;
        foreach (var line in IcsLine.Read(text, new()))
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Name is "BEGIN" or "END" && line.Value.Equals("VFREEBUSY", StringComparison.OrdinalIgnoreCase))
                isInside = line.Name == "BEGIN";
            else if (isInside && line.Name == "FREEBUSY" && ListOf(line) is { } list)
                list.AddRange(Periods(line, zone));
        }

        return IcsAbsences.Joined(away, whereTheyTouch: true)
            .Concat(IcsAbsences.Joined(busy, whereTheyTouch: true).SelectMany(Days));

        // A type that is not known is busy (section 3.2.9); busy is also what says none.
        List<Absence>? ListOf(IcsLine line) => line.Parameter("FBTYPE")?.ToUpperInvariant() switch
        {
            "FREE" or "BUSY-TENTATIVE" => null,
            "BUSY-UNAVAILABLE" => away,
            _ => busy,
        };

        IEnumerable<Absence> Days(Absence period)
        {
            var first = period.Start.InZone(zone).Date;
            if (zone.AtStartOfDay(first).ToInstant() < period.Start)
                first = first.PlusDays(1);
            var last = period.End!.Value.InZone(zone).Date;
            var (from, until) = (zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(last).ToInstant());
            return from < until ? [new Absence(from, until)] : [];
        }
    }

    private static IEnumerable<Absence> Periods(IcsLine line, DateTimeZone zone)
    {
        foreach (var text in line.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Split('/') is not [var start, var end] || At(start) is not { } from)
                continue;
            var until = end.StartsWith('P') || end.StartsWith('p') ? from + IcsEventLines.LengthOf(end.ToUpperInvariant()) : At(end);
            if (until > from && until - from <= Longest)
                yield return new(from, until);
        }

        // The form is UTC; some write a zone.
        Instant? At(string text) => IcsMoment.Read(text, line) is { IsDate: false } moment && moment.Local.Year < Holidays.LastYear
            ? moment.Local.InZoneLeniently(moment.Zone ?? zone).ToInstant() : null;
    }
}
