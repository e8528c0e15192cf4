using System.Globalization;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>Reads the properties of one event.</summary>
internal static class IcsEventLines
{
    // More than any calendar lasts, and well within what a duration can hold.
    private const long MostSeconds = 1_000_000L * NodaConstants.SecondsPerDay;

    /// <summary>The event with what the line says; a line that cannot be read is told.</summary>
    public static IcsEvent With(this IcsEvent read, IcsLine line, IcsTrouble trouble) => line.Name switch
    {
        "UID" => read with { Uid = line.Value },
        "SUMMARY" => read with { Summary = read.Summary.Length > 0 ? read.Summary : line.Value },
        "STATUS" => read with { IsCancelled = line.Value.ToUpperInvariant() is "CANCELLED" or "CANCELED" },
        "TRANSP" => read with { IsTransparent = line.Value.Equals("TRANSPARENT", StringComparison.OrdinalIgnoreCase) },
        "X-MICROSOFT-CDO-BUSYSTATUS" => read with { ShownAs = line.Value.ToUpperInvariant() },
        "SEQUENCE" => Sequence(read, line, trouble),
        "DTSTAMP" => read with { Stamp = line.Value },
        "DTSTART" => Once(read, read.Start, line, trouble) is { } start ? read with { Start = start } : read,
        "DTEND" => Once(read, read.End, line, trouble) is { } end ? read with { End = end } : read,
        "RECURRENCE-ID" => Once(read, read.Recurrence, line, trouble) is { } of
            ? read with { Recurrence = of, Range = RangeOf(line) }
            : read,
        "DURATION" => Length(read, line, trouble),
        "RRULE" => read with { Rules = read.Rules.Add(new(line.Number, line.Value)) },
        "EXRULE" => read with { ExceptRules = read.ExceptRules.Add(new(line.Number, line.Value)) },
        "RDATE" => read with { Added = read.Added.AddRange(Several(read, line, trouble)) },
        "EXDATE" => read with { Except = read.Except.AddRange(Several(read, line, trouble)) },
        "X-MICROSOFT-CDO-ALLDAYEVENT" or "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT" or "X-FUNAMBOL-ALLDAY" =>
            read with { IsMarkedAllDay = read.IsMarkedAllDay is true || Says(line) },
        _ => read,
    };

    private static bool Says(IcsLine line) => line.Value.Equals("TRUE", StringComparison.OrdinalIgnoreCase) || line.Value == "1";

    private static IcsRange RangeOf(IcsLine line) => line.Parameter("RANGE")?.ToUpperInvariant() switch
    {
        "THISANDFUTURE" => IcsRange.AndFuture,
        "THISANDPRIOR" => IcsRange.AndPrior,
        _ => IcsRange.One,
    };

    private static IcsMoment? Once(IcsEvent read, IcsMoment? before, IcsLine line, IcsTrouble trouble)
    {
        if (IcsMoment.Read(line.Value, line) is not { } moment)
            trouble.Tell(read, line.Number, NoMoment(line, line.Value));
        else if (before is { } first && first != moment)
            trouble.Tell(read, line.Number, $"{line.Name} is given twice");
        else
            return moment;
        return null;
    }

    private static List<IcsMoment> Several(IcsEvent read, IcsLine line, IcsTrouble trouble)
    {
        var moments = new List<IcsMoment>();
        foreach (var text in line.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Of a period its beginning: the occurrence lasts as long as the event.
            if (IcsMoment.Read(text.Split('/')[0], line) is { } moment)
                moments.Add(moment);
            else
                trouble.Tell(read, line.Number, NoMoment(line, text));
        }

        return moments;
    }

    private static string NoMoment(IcsLine line, string text) =>
        $"{line.Name} '{ShownText.Quote(text)}' is no date such as 20270203 and no time such as 20270203T140000Z";

    private static IcsEvent Sequence(IcsEvent read, IcsLine line, IcsTrouble trouble)
    {
        if (int.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return read with { Sequence = number };
        trouble.Tell(read, line.Number, $"SEQUENCE '{ShownText.Quote(line.Value)}' is no number");
        return read;
    }

    private static IcsEvent Length(IcsEvent read, IcsLine line, IcsTrouble trouble)
    {
        if (LengthOf(line.Value.ToUpperInvariant()) is { } length)
            return read with { Length = length };
        trouble.Tell(read, line.Number, $"DURATION '{ShownText.Quote(line.Value)}' is no length such as P1D or PT24H");
        return read;
    }

    /// <summary>Reads a length such as <c>P1D</c> or <c>PT3H</c>, in capitals; null: it is none.</summary>
    internal static Duration? LengthOf(string text)
    {
        var rest = text.AsSpan().TrimStart('+');
        if (rest.Length < 3 || rest[0] != 'P')
            return null;
        var seconds = 0L;
        var units = "WDTHMS";
        for (rest = rest[1..]; rest.Length > 0;)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is < 0 or > 9 || (rest[digits] == 'T') != (digits == 0))
                return null;
            if (units.IndexOf(rest[digits], StringComparison.Ordinal) is not (>= 0 and var unit))
                return null;
            // Hours, minutes and seconds stand behind the T, weeks and days before it.
            if (rest[digits] is 'H' or 'M' or 'S' && units.Contains('T', StringComparison.Ordinal))
                return null;
            if (digits > 0)
                seconds += long.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture) * SecondsOf(rest[digits]);
            units = units[(unit + 1)..];
            rest = rest[(digits + 1)..];
        }

        return Duration.FromSeconds(Math.Min(seconds, MostSeconds));
    }

    private static long SecondsOf(char unit) => unit switch
    {
        'W' => 7 * NodaConstants.SecondsPerDay,
        'D' => NodaConstants.SecondsPerDay,
        'H' => NodaConstants.SecondsPerHour,
        'M' => NodaConstants.SecondsPerMinute,
        _ => 1,
    };
}
