using System.Runtime.InteropServices;
using NodaTime;

namespace Handoff.Calendars;

/// <summary>Physical time during which a calendar is open: [Start, End), never empty.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OpenSpan(Instant Start, Instant End)
{
    /// <summary>The same time in order, with spans that overlap or touch made one: open time counts once (design section 5).</summary>
    public static List<OpenSpan> Merge(List<OpenSpan> spans)
    {
        spans.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var merged = new List<OpenSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
                merged[^1] = merged[^1] with { End = Instant.Max(merged[^1].End, span.End) };
            else
                merged.Add(span);
        }

        return merged;
    }
}
