using Handoff.Agreements;
using Handoff.People;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Texts;

/// <summary>The mails in English: times, amounts and facts. The letters are in the other part.</summary>
internal sealed partial class EnglishTexts : MailTexts
{
    private EnglishTexts() : base(TimeTexts.In(Language.En))
    {
    }

    /// <summary>The one set of texts.</summary>
    public static EnglishTexts Instance { get; } = new();

    /// <inheritdoc />
    public override MailLabels Labels { get; } = new()
    {
        NoName = "Somebody who gave no name",
        Name = "Name",
        Company = "Company",
        JobTitle = "Job title",
        Email = "E-mail",
        Phone = "Phone",
        Country = "Country",
        Language = "Language",
        AskedFor = "Asked through",
        Requests = "Requests",
        AlsoSaid = "Also said",
        Score = "Score",
        WhyYou = "Why you",
        WhyThisRep = "Routing",
        Owner = "With",
        Team = "Team",
        Clock = "By when",
        Reason = "Reason",
        Message = "What they wrote",
        Note = "Note",
        AcceptOrDecline = "Accept or decline",
        RecordContact = "Record the first contact",
        GiveFeedback = "Give feedback",
        Manage = "Take, assign or snooze",
        Away = "I am away",
    };

    /// <inheritdoc />
    public override string RequestCount(int count) => Plural(count, "request so far", "requests so far");

    /// <inheritdoc />
    public override string Points(int score, string tier) => $"{Plural(score, "point", "points")}, {tier}";

    /// <inheritdoc />
    public override string UndoUntil(Moment at) => $"By mistake? Undo {Times.Until(at)}";

    /// <inheritdoc />
    public override string SentFor(string organisation, IReadOnlyList<string> agreements) => agreements.Count == 1
        ? $"{organisation}, agreement {agreements[0]}"
        : $"{organisation}, agreements {string.Join(", ", agreements)}";

    /// <inheritdoc />
    public override string Do(ClockName clock) => clock switch
    {
        ClockName.Accept => "accept",
        ClockName.FirstContact => "make the first contact",
        ClockName.Feedback => "give feedback",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock asks for something."),
    };

    /// <inheritdoc />
    public override string Clock(ClockName clock, string promised, string? span, string? calendar)
    {
        var what = Times.Capital(Times.NameOf(clock));
        return span is null
            ? $"{what} within {promised}; the clock stands still"
            : $"{what} within {promised}: {span}{(calendar is null ? "" : $", calendar {calendar}")}";
    }
}
