using System.Globalization;
using Handoff.Leads;
using Handoff.Service.Auditing;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Status;

/// <summary><c>/status</c>: whether every clock runs, and what waits to be delivered, for who answers for a team; a POST tries a parked message again.</summary>
public static class StatusEndpoints
{
    /// <summary>Shows how it is.</summary>
    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk) => desk.ShowAsync(
        http, "/status",
        async view =>
        {
            var page = await desk.Cases.ReadStatus(view.Viewer, http.RequestAborted);
            bool? retried = http.Request.Query["retried"].ToString() switch { "yes" => true, "no" => false, _ => null };
            var shown = view with { Frame = view.Frame with { Title = $"{view.Texts.Status} · Handoff" } };
            return await desk.RenderAsync<StatusDocument>(page.Health.StoreAnswers ? 200 : 503, nameof(StatusDocument.View), new StatusView(shown, page, retried));
        },
        forManagers: true);

    /// <summary>Tries a parked message again.</summary>
    public static Task<IResult> RetryAsync(HttpContext http, DeskPages desk) => desk.ActAsync(
        http, "/status",
        async (view, fields) =>
        {
            var lead = fields.GetValueOrDefault("lead") ?? "";
            if (!LeadEndpoints.IsId(lead) || !int.TryParse(fields.GetValueOrDefault("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            if (await desk.Cases.Retry(view.Viewer, lead, number, http.RequestAborted) is not { } answer)
                return null;
            var isRetried = answer is not (Answer.TooLate or Answer.Refused);
            await desk.Cases.KeepAct(Acts.RetryMessage, view.Actor, lead, isRetried ? AuditLog.Done : AuditLog.Refused);
            return new SeeOther(view.Href($"/status?retried={(isRetried ? "yes" : "no")}"));
        },
        forManagers: true);
}
