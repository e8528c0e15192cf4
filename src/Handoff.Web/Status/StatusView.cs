using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Service.Board;
using Handoff.Service.Health;
using Handoff.Service.Signing;
using Handoff.Web.Desk;
using NodaTime;

namespace Handoff.Web.Status;

/// <summary>What the status page shows.</summary>
/// <param name="Retried">What came of a retry, or null: none was asked for.</param>
public sealed record StatusView(DeskView Desk, StatusPage Page, bool? Retried)
{
    /// <summary>A changed agreement that does not act yet; null: there is none.</summary>
    public StandingProposal? Proposal { get; init; }

    public StatusTexts Texts => new(Desk.Viewer.Language);

    /// <summary>Whether nothing needs a look.</summary>
    internal bool IsWell => Standing == Standing.Running && Page.Parked.IsEmpty && Page.Refused.Count == 0 && Page.Captchas.Count == 0
        && Page.Calendars.Count == 0;

    /// <summary>Whether every clock is running, and how late the latest was: the first line.</summary>
    internal string ClocksSay => Standing switch
    {
        Standing.StoreDown => Texts.StoreDown,
        Standing.Silent => Page.Health.ReconciledAt is { } at ? Say(Texts.Silent, When(at)) : Texts.NotLooked,
        Standing.Late =>
            Page.Health.OldestOverdue is { } oldest && oldest > Instant.MinValue ? Say(Texts.Late, Page.Health.Overdue, When(oldest))
            : Say(Texts.LateNow, Page.Health.Overdue),
        Standing.Running or Standing.DeliveriesStuck or Standing.AgreementRefused =>
            Texts.AllWell + " " + (Page.Health.LatestLatenessSeconds <= 0
                ? Texts.NoneWasLate
                : Say(Texts.TheLatestWas, Math.Round(Page.Health.LatestLatenessSeconds))),
        _ => throw new InvalidOperationException($"No sentence for {Standing}."),
    };

    /// <summary>Whether the first line is good news.</summary>
    internal bool ClocksRun => Standing is Standing.Running or Standing.DeliveriesStuck or Standing.AgreementRefused;

    private Standing Standing => Standings.Of(Page.Health);

    /// <summary>The figures, with whether each is as it should be.</summary>
    internal IEnumerable<(string Label, string Says, bool IsWell)> Figures
    {
        get
        {
            var health = Page.Health;
            yield return (Texts.Clocks, Say(Texts.ClocksSay, Page.Running, Page.Open), Page.Running == Page.Open);
            yield return (Texts.LeadsLate, Page.Late == 0 ? Texts.LeadsLateNone : Say(Texts.LeadsLateSay, Page.Late), Page.Late == 0);
            yield return (Texts.Overdue, health.Overdue == 0 ? Texts.OverdueNone
                : Say(Texts.OverdueSay, health.Overdue, When(health.OldestOverdue!.Value)), health.Overdue == 0);
            yield return (Texts.Heartbeat, health.ReconciledAt is { } at ? When(at) : Texts.HeartbeatNever, Standing != Standing.Silent);
            yield return (Texts.Lateness, health.LatestLatenessSeconds <= 0 ? Texts.LatenessNone
                : Say(Texts.LatenessSay, health.LatestLatenessSeconds), health.LatestLatenessSeconds <= 0);
            if (health.DeliveriesFailSince is { } since)
                yield return (Texts.Deliveries, Say(Texts.DeliveriesFail, When(since)), false);
            yield return (Texts.Untold, health.UntoldAlerts == 0 ? Texts.UntoldNone
                : Say(Texts.UntoldSay, health.UntoldAlerts, health.LastUntoldAt is { } last ? When(last) : ""), health.UntoldAlerts == 0);
            var names = Desk.Viewer.Names;
            foreach (var refused in Page.Refused)
                yield return (Texts.Refused, Say(Texts.RefusedSay, names.Source(refused.Name), refused.Count, When(refused.Last)), false);
            foreach (var silent in Page.Captchas)
                yield return (Texts.Captcha, Say(Texts.CaptchaSay, names.Source(silent.Source), When(silent.At)), false);
            foreach (var unread in Page.Calendars)
                yield return (Texts.Calendar, Say(Texts.CalendarSay, unread.Person.Name, When(unread.Since)), false);
            yield return (Texts.Agreement, health.AgreementVersion, health.AgreementMistakes.IsEmpty);
        }
    }

    internal string Kind(MessageKind kind) => new MessageNames(Desk.Viewer.Language).Title(kind);

    /// <summary>A moment, with how far it is.</summary>
    internal string When(Instant at) => Desk.Time.Distance(at) ?? Desk.Time.Texts.At(Desk.Time.At(at));

    private string Say(string text, params object[] parts) => Desk.Time.Texts.Fill(text, parts);
}
