using static System.FormattableString;
using static Handoff.Leads.Story.StoryText;

namespace Handoff.Leads.Story;

/// <summary>A request arrives, and what becomes of it.</summary>
internal static class ReceivingStory
{
    public const string Spam = "Taken for spam, since the hidden field that people never see was filled in, and thrown away.";

    public static string Received(LeadReceived it)
    {
        var known = it.Reception;
        // The two reasons name the score, the tier and the team themselves.
        return $"Received from {known.Source}: {Inner(known.ScoreBecause)}; "
            + Invariant($"{known.Completeness} % of the agreed fields given; ")
            + $"{Inner(known.TeamBecause)}.";
    }

    public static string Qualified(StoryReader reader) =>
        $"The handoff to sales begins: the lead is qualified by agreement {reader.Agreement.Version}, "
        + Invariant($"which asks for {reader.Agreement.Qualification.QualifiedAt} points.");

    public static string BelowThePoints(LeftWithMarketing it) =>
        Invariant($"The lead stays with marketing, below the {it.QualifiedAt} points from which it would be qualified.");

    public static string Joined(JoinedOpenHandoff it) =>
        $"The same person has an open handoff, {it.Of}, and this request joined it as one more touch.";

    public static string CameBack(TouchAdded it) => $"The same person asked again, in request {it.From}, which joined this handoff.";
}
