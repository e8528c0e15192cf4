using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Calendars;
using Handoff.Service.AgreementFiles.Shapes;
using Handoff.Service.AgreementFiles.Yaml;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>A calendar as written (design section 5).</summary>
internal sealed record CalendarForm(
    Field<DateTimeZone> TimeZone,
    Field<OpenForm> Open,
    Field<ImmutableArray<Field<string>>> Holidays,
    Field<ImmutableArray<Field<DateRange>>> Closed,
    Field<ImmutableArray<Entry<ImmutableArray<Field<(LocalTime From, LocalTime To)>>>>> Extra,
    Field<ImmutableArray<Entry<string>>> Says)
{
    public static readonly Shape<CalendarForm> Shape = Record.Of(k => new CalendarForm(
        k.Required("time_zone", "The IANA time zone of its times and dates, such as Europe/Rome.", Times.Zone),
        k.Required(
            "open", "always, or open intervals by day or range of days: mon-fri: [\"09:00-13:00\", \"14:00-18:00\"].", OpenForm.Shape),
        k.Optional(
            "holidays", "Files of this folder (.ics) whose all-day events are holidays.", Scalars.Text.OneOrList(empty: null)),
        k.Optional("closed", "Dates, or ranges with both ends, on which it does not open.", Times.Dates.OneOrList(empty: null)),
        k.Optional(
            "extra",
            "Intervals that open on a date, even a holiday or a closed one, beside those of the week: \"2026-12-19\": [\"09:00-13:00\"].",
            OpenForm.Intervals.ByName(names: Times.DateNames)),
        k.Optional("says", "What people read in its place, by language: en, it; the name if not said.", SpokenForm.Name)));
}

/// <summary>When a week is open, as written.</summary>
/// <param name="Days">The intervals by day or range of days; null for <c>always</c>.</param>
internal sealed record OpenForm(ImmutableArray<Entry<ImmutableArray<Field<(LocalTime From, LocalTime To)>>>>? Days)
{
    public static readonly Shape<ImmutableArray<Field<(LocalTime From, LocalTime To)>>> Intervals = Times.Interval.OneOrList();

    public static readonly Shape<OpenForm> Shape = new EitherShape();

    private sealed class EitherShape : Shape<OpenForm>
    {
        private static readonly Shape<bool> Always = Scalars.Choice(("always", true));
        private static readonly Shape<ImmutableArray<Entry<ImmutableArray<Field<(LocalTime From, LocalTime To)>>>>> Week =
            Intervals.ByName(names: Times.Days);

        public override Field<OpenForm> Read(YamlNode node, Findings findings)
        {
            if (node is YamlNode.Scalar { Value: "always" })
                return Field<OpenForm>.Of(node.At, new OpenForm(Days: null));
            if (node is not YamlNode.Mapping)
            {
                findings.Add(node.At, $"'always' or open times by day are expected, not {node.Kind}");
                return Field<OpenForm>.Unusable(node.At);
            }

            return Field<OpenForm>.Of(node.At, new OpenForm(Week.Read(node, findings).Value));
        }

        public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Always.Schema(), Week.Schema()) };
    }
}
