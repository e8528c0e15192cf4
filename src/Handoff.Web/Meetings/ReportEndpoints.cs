using System.Collections.Immutable;
using System.Globalization;
using Handoff.Meetings;
using Handoff.Service.Meetings;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.Mail;
using Handoff.Web.Mail.Letters;
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
            new("showReport", "Desk", "Shows a weekly report as it was sent, in the reader's language")
            {
                PathParameter = "The report's number, 1 for the first.",
                Answers = [OperationAnswer.Page(200, "The report."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
    }

    public static Task<IResult> ListAsync(HttpContext http, DeskPages desk, PastReports reports) =>
        desk.ShowAsync(http, Path, async view => reports.IsFor(view.Viewer)
            ? await desk.RenderAsync<ReportsDocument>(
                200, nameof(ReportsDocument.View), new ReportsView(Titled(view), await reports.ListAsync(http.RequestAborted)))
            : null);

    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, PastReports reports, string number) =>
        desk.ShowAsync(http, Path, async view => reports.IsFor(view.Viewer)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            && await reports.FindAsync(which, view.Viewer, http.RequestAborted) is { } mail
            ? await desk.RenderAsync<ReportDocument>(
                200, nameof(ReportDocument.View), new ReportView(Titled(view), ReportLetter.Write(mail), mail.Now))
            : null);

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
/// <param name="At">When.</param>
public sealed record ReportView(DeskView Desk, Letter Letter, Instant At)
{
    public MeetingTexts Texts => new(Desk.Viewer.Language);

    internal string Sent => Desk.Time.Texts.At(Desk.Time.At(At));
}
