using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Web.Mail.Words;

namespace Handoff.Web.Mail.Texts;

/// <summary>The mails in English: times, amounts and facts. The letters are in the other part.</summary>
internal sealed partial class EnglishTexts : MailTexts
{
    private EnglishTexts() : base("en-GB", "dddd d MMMM", "dddd d MMMM yyyy")
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
        Country = "Country, language",
        AskedFor = "Asked through",
        Requests = "Requests",
        AlsoSaid = "Also said",
        Score = "Score",
        ScoreBecause = "Because",
        WhyYou = "Why you",
        WhyThisRep = "Routing",
        Owner = "With",
        Team = "Team",
        Clock = "Agreed",
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
    public override string By(Moment at) => $"by {Said(at)}";

    /// <inheritdoc />
    public override string At(Moment at) => $"at {Said(at)}";

    /// <inheritdoc />
    public override string Since(Moment at) => $"since {Said(at)}";

    /// <inheritdoc />
    public override string Until(Moment at) => $"until {Said(at)}";

    /// <inheritdoc />
    public override string In(string length) => $"in {length}";

    /// <inheritdoc />
    public override string InWorkingTime(string length) => $"in {length} of working time";

    /// <inheritdoc />
    public override string Ago(string length) => $"{length} ago";

    /// <inheritdoc />
    public override string OfWorkingTime(string length) => $"{length} of working time";

    /// <inheritdoc />
    public override string WorkingDays(int count) => Plural(count, "working day", "working days");

    /// <inheritdoc />
    public override string Days(int count) => Plural(count, "day", "days");

    /// <inheritdoc />
    public override string Hours(int count) => Plural(count, "hour", "hours");

    /// <inheritdoc />
    public override string Minutes(int count) => Plural(count, "minute", "minutes");

    /// <inheritdoc />
    public override string RequestCount(int count) => Plural(count, "request so far", "requests so far");

    /// <inheritdoc />
    public override string Points(int score, string tier) => $"{Plural(score, "point", "points")}, {tier}";

    /// <inheritdoc />
    public override string UndoUntil(Moment at) => $"By mistake? Undo {Until(at)}";

    /// <inheritdoc />
    public override string SentFor(string organisation, IReadOnlyList<string> agreements) => agreements.Count == 1
        ? $"{organisation}, agreement {agreements[0]}"
        : $"{organisation}, agreements {string.Join(", ", agreements)}";

    /// <inheritdoc />
    public override string TimesAre(string zone) => $"Times are those of {zone}.";

    /// <inheritdoc />
    public override string Do(ClockName clock) => clock switch
    {
        ClockName.Accept => "accept",
        ClockName.FirstContact => "make the first contact",
        ClockName.Feedback => "give feedback",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock asks for something."),
    };

    /// <inheritdoc />
    public override string Clock(ClockName clock, string promised, string? since, ClockState state)
    {
        var what = clock switch
        {
            ClockName.Accept => "acceptance",
            ClockName.FirstContact => "first contact",
            ClockName.Feedback => "feedback",
            _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "A clock has a name."),
        };
        var runs = state == ClockState.Paused ? "the clock stands still" : since is null ? null : $"the clock has run {since}";
        return runs is null ? $"{what} within {promised}" : $"{what} within {promised}; {runs}";
    }

    private static string Said(Moment at) => at.Nearness switch
    {
        Nearness.Today => at.Time,
        Nearness.Tomorrow => $"{at.Time} tomorrow",
        Nearness.Yesterday => $"{at.Time} yesterday",
        Nearness.OtherDay => $"{at.Time} on {at.Date}",
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "A day is near or it is not."),
    };

    private string Plural(int count, string one, string many) => string.Create(Culture, $"{count} {(count == 1 ? one : many)}");
}
