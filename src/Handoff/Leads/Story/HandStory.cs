namespace Handoff.Leads.Story;

/// <summary>What happens while somebody has the lead: it changes hands, the person is contacted, alerts are silenced.</summary>
internal static class HandStory
{
    public static string Assigned(Assigned it, StoryReader reader)
    {
        var credit = it.CreditBack ? $"; {reader.Name(it.From)}'s turn is credited back" : "";
        var counts = it.Team is { } team ? $"it counts in the rota of {team}" : "it counts in no rota, since a manager has it";
        var why = it.Choice is { } choice ? $": {reader.Explain(choice)}" : ".";
        return $"The lead went from {reader.Name(it.From)} to {reader.Name(it.To)} because {StoryWords.Because(it.Cause)}{credit}; {counts}{why}";
    }

    public static string FirstContact(FirstContactRecorded it, StoryReader reader)
    {
        var who = reader.Name(it.By);
        return it.How switch
        {
            ContactWay.Called => $"{who} made the first contact and spoke on the phone.",
            ContactWay.Voicemail => $"{who} made the first contact and left a message.",
            ContactWay.Emailed => $"{who} made the first contact and wrote an e-mail.",
            ContactWay.Meeting => $"{who} made the first contact and booked or held a meeting.",
            ContactWay.NotSaid => $"{who} is taken to have made the first contact, since what came of it was told before any was recorded.",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.How, "A contact is made in some way."),
        };
    }

    public static string Snoozed(AlertsSnoozed it, StoryReader reader) =>
        $"{reader.Name(it.By)} asked for no alerts about this lead until {reader.At(it.Until)}; clocks and other rungs go on.";

    public static string Review(ReviewSet it, StoryReader reader) => it.ReviewAt is { } at
        ? $"Who has the lead or may have it was looked at again, and is next {reader.At(at)}, when a shift or an absence begins or ends."
        : "Who has the lead or may have it was looked at again, and no shift and no absence is ahead that would change it.";
}
