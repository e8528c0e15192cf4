using Handoff.Figures;
using Handoff.Meetings;
using Handoff.Service.Meetings;
using Handoff.Web.Desk;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Handoff.Web.Meetings;

/// <summary>What the meeting's page shows.</summary>
/// <param name="NameOf">The name of a colleague.</param>
/// <param name="ReasonOf">What the code of a reason says.</param>
public sealed record MeetingView(
    DeskView Desk, MeetingPage Page, MeetingReading Reading, Func<Handoff.People.PersonId, string> NameOf, Func<string, string> ReasonOf)
{
    public MeetingTexts Texts => new(Desk.Viewer.Language);

    internal AgendaTexts Agenda => new(Desk.Viewer.Names);

    internal DecisionTexts Decisions => new(Desk.Viewer.Names);

    internal DisagreementTexts Disagreements => new(Desk.Viewer.Names, ReasonOf);

    internal MetricWords Metrics => new(Desk.Viewer.Names);

    /// <summary>What was typed in vain, or null.</summary>
    public DecisionForm? Entered { get; init; }

    /// <summary>The field that is wrong, or null.</summary>
    public string? Wrong { get; init; }

    public bool IsSaved { get; init; }

    /// <summary>Whether the past reports are the reader's to read.</summary>
    public bool OpensReports { get; init; }

    internal string Say(string text, params object[] parts) => Desk.Time.Texts.Fill(text, parts);

    internal string When(Instant at) => Desk.Time.Texts.At(Desk.Time.At(at));

    internal string Day(LocalDate day) => Desk.Time.Texts.Date(day, withYear: false);

    internal string Leads(Disagreement one, string week) => Desk.Href("/leads" + QueryString.Create("figure", one.Question)
        .Add("period", week).Add("dimension", one.Dimension).Add("value", one.Value).ToUriComponent());

    internal bool Closes(DecisionFate one) => one.IsDone is null && Reading.Closes(Desk.Viewer, one);
}
