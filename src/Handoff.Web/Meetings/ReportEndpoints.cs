using System.Collections.Immutable;
using System.Globalization;
using Handoff.Meetings;
using Handoff.Service.Meetings;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.Mail;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Handoff.Web.Meetings;

/// <summary><c>/reports</c>: the weekly reports that were sent, each as it was sent, to the two heads and the administrator.</summary>
public static class ReportEndpoints
{
    private const string Path = "/reports";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods(Path, Routes.GetAndHead, ListAsync).Describes(
            new("showReports", "Desk", "Lists the weekly reports that were sent, the newest first")
            {
                Answers = [OperationAnswer.Page(200, "The list."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
        app.MapMethods(Path + "/{number}", Routes.GetAndHead, ShowAsync).Describes(
            new("showReport", "Desk", "Shows a weekly report as it was sent")
            {
                PathParameter = "The report's number, 1 for the first.",
                Answers = [OperationAnswer.Page(200, "The report."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
        app.MapMethods(Path + "/{number}/mail", Routes.GetAndHead, ShowMailAsync).Describes(
            new("showReportMail", "Desk", "Shows the mail of a weekly report alone, as it was sent")
            {
                PathParameter = "The report's number, 1 for the first.",
                Answers = [OperationAnswer.Page(200, "The mail."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
    }

    public static Task<IResult> ListAsync(HttpContext http, DeskPages desk, PastReports reports) =>
        desk.ShowAsync(http, Path, async view => reports.IsFor(view.Viewer)
            ? await desk.RenderAsync<ReportsDocument>(
                200, nameof(ReportsDocument.View), new ReportsView(Titled(view), await reports.ListAsync(http.RequestAborted)))
            : null);

    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, PastReports reports, string number) =>
        FindAsync(http, desk, reports, number, async (view, report) => await desk.RenderAsync<ReportDocument>(
            200, nameof(ReportDocument.View), new ReportView(Titled(view), report), $"{SafeHeaders.LivePages}; frame-src 'self'"));

    /// <summary><c>GET /reports/{number}/mail</c>: the mail alone, as a mail program would show it.</summary>
    public static Task<IResult> ShowMailAsync(HttpContext http, DeskPages desk, PastReports reports, string number) =>
        FindAsync(http, desk, reports, number, (_, report) => Task.FromResult(report.Mail is { } mail ? KeptMail.Show(mail) : null));

    private static Task<IResult> FindAsync(
        HttpContext http, DeskPages desk, PastReports reports, string number, Func<DeskView, KeptReport, Task<IResult?>> show) =>
        desk.ShowAsync(http, Path, async view => reports.IsFor(view.Viewer)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            && await reports.FindAsync(which, view.Viewer, http.RequestAborted) is { } report ? await show(view, report) : null);

    private static DeskView Titled(DeskView view) =>
        view with { Frame = view.Frame with { Title = $"{new MeetingTexts(view.Viewer.Language).ReportsHeading} · Handoff" } };
}

/// <summary>The list of reports.</summary>
public sealed record ReportsView(DeskView Desk, ImmutableArray<ReportMade> Reports)
{
    public MeetingTexts Texts => new(Desk.Viewer.Language);

    internal string Week(ReportMade made) => Desk.Time.Texts.Date(made.Content.From, withYear: true);

    internal string Sent(Instant at) => Desk.Time.Texts.At(Desk.Time.At(at));
}

/// <summary>A report as it was sent.</summary>
public sealed record ReportView(DeskView Desk, KeptReport Report)
{
    public MeetingTexts Texts => new(Desk.Viewer.Language);

    internal string Page => Desk.Href($"/reports/{Report.Made.Number}");

    internal string Sent(Instant at) => Desk.Time.Texts.At(Desk.Time.At(at));
}
