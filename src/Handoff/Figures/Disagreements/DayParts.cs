using Handoff.People;

namespace Handoff.Figures;

/// <summary>When in the week a lead qualified, in its team's zone: <c>5.afternoon</c> is a Friday from 13:00 to 18:00.</summary>
public static class DayParts
{
    /// <summary>The name of the dimension.</summary>
    public const string Dimension = "daypart";

    private const int Noon = 13;
    private const int Evening = 18;
    private const int Dawn = 6;

    /// <summary>The weekday, 1 Monday to 7 Sunday, and <c>morning</c>, <c>afternoon</c> or <c>night</c>.</summary>
    public static string Of(in LeadFact lead, Staff staff)
    {
        if (lead.QualifiedAt.ToInstant() is not { } at || staff.Team(lead.Traits.Team) is not { } team)
            return SliceNames.None;
        var local = at.InZone(team.Calendar.Zone);
        var part = local.Hour switch
        {
            >= Dawn and < Noon => "morning",
            >= Noon and < Evening => "afternoon",
            _ => "night",
        };
        return FormattableString.Invariant($"{(int)local.DayOfWeek}.{part}");
    }

    /// <summary>The value of any dimension by which figures are sliced.</summary>
    public static string ValueOf(in LeadFact lead, string dimension, Staff staff) =>
        dimension == Dimension ? Of(lead, staff) : lead.Traits.Value(dimension);
}
