namespace Handoff.Figures;

/// <summary>
/// The figures of one rep in one team. They are shown to that rep, and to others only where both heads signed
/// <c>people_figures: named</c>; in no order but that of names.
/// </summary>
/// <param name="Team">The team whose leads are counted.</param>
/// <param name="Rep">The rep's opaque id.</param>
/// <param name="OfTeam">Leads accepted in the period that the rep has or had last, of all that the team accepted.</param>
/// <param name="AcceptedInTime">Clocks of the period that the rep kept, of those that are the rep's.</param>
/// <param name="ContactedInTime">The same of first contacts.</param>
/// <param name="FeedbackInTime">The same of feedback.</param>
public sealed record RepFigures(
    string Team, string Rep, ShareFigure OfTeam, ShareFigure AcceptedInTime, ShareFigure ContactedInTime, ShareFigure FeedbackInTime);
