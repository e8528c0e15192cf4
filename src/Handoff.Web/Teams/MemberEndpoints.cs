using System.Collections.Immutable;
using Handoff.Service.Auditing;
using Handoff.Service.People;
using Handoff.Service.Teams;
using Handoff.Web.Administration;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Teams;

/// <summary><c>/team/{id}</c>: one rep, for who answers for the team: an absence, and open leads to give away.</summary>
public static class MemberEndpoints
{
    private const string LeadField = "lead-";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/team/{id}", Routes.GetAndHead, ShowAsync).Describes(
            new("showMember", "Desk", "Shows a rep's open leads, and what an absence would do to them")
            {
                PathParameter = "The rep's id.",
                Parameters =
                [
                    new("when", InHeader: false, "Look at an absence: today, tomorrow, week or dates."),
                    new("from", InHeader: false, "Of dates, the first day."), new("until", InHeader: false, "Of dates, the last day."),
                ],
                Answers = [OperationAnswer.Page(200, "The rep."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
        app.MapPost("/team/{id}", ActAsync).Describes(
            new("actOnMember", "Desk", "Notes an absence of a rep, or gives leads of the rep to somebody else")
            {
                PathParameter = "The rep's id.",
                Body = new(
                    "action: away with when, from and until; back, of an absence to come with its from; or give with rep and a field "
                        + "lead-ID for each lead; token: the page's token.", ("application/x-www-form-urlencoded", null)),
                Answers =
                [
                    OperationAnswer.Page(200, "Done; the page says what became of each lead."), OperationAnswer.ToSignIn,
                    OperationAnswer.NotOurForm, OperationAnswer.NotYours,
                    OperationAnswer.Page(422, "Something is missing or wrong; the page says what."),
                ],
            });
    }

    public static Task<IResult> ShowAsync(HttpContext http, string id, DeskPages desk, MemberReading members) =>
        desk.ShowAsync(http, "/team", async view =>
        {
            if (!LeadEndpoints.IsId(id) || members.Find(view.Viewer, id) is not var (rep, _))
                return null;
            var asked = AwayForm.Of(name => http.Request.Query[name].ToString());
            return await PageAsync(http, view, id, desk, members, 200, asked, asked?.ToReport(rep, view.Time.Now), did: null);
        });

    /// <summary>Notes an absence, or gives leads away.</summary>
    public static Task<IResult> ActAsync(
        HttpContext http, string id, DeskPages desk, MemberReading members, MemberActs acts, AuditLog audit) =>
        desk.ActAsync(http, "/team", async (view, fields) =>
        {
            if (!LeadEndpoints.IsId(id) || members.Find(view.Viewer, id) is not var (rep, _))
                return null;
            var action = fields.GetValueOrDefault("action");
            if (action == "give")
            {
                var leads = fields.Keys.Where(name => name.StartsWith(LeadField, StringComparison.Ordinal))
                    .Select(name => name[LeadField.Length..]).ToHashSet(StringComparer.Ordinal);
                var to = fields.GetValueOrDefault("rep");
                var given = await acts.GiveAsync(view.Viewer, rep, to, leads, http.RequestAborted);
                return await PageAsync(
                    http, view, id, desk, members, given is null ? 422 : 200, asked: null, report: null,
                    new(MemberDid.Give, given ?? [], given is null ? "rep" : null, given is null ? null : to));
            }

            var asked = AwayForm.Of(name => fields.GetValueOrDefault(name) ?? "");
            var report = action switch
            {
                "back" => new AbsenceReport("back", fields.GetValueOrDefault("from"), null),
                "away" => asked?.ToReport(rep, view.Time.Now),
                _ => null,
            };
            if (report is null)
                return await PageAsync(http, view, id, desk, members, 422, asked, null, new(MemberDid.Away, [], "when"));
            var (moved, wrong) = await acts.NoteAsync(view.Viewer, rep, report, http.RequestAborted);
            await audit.KeepAsync(Acts.NoteAbsence, view.Actor, $"person {rep.Id}", wrong is null ? AuditLog.Done : AuditLog.Refused);
            return await PageAsync(
                http, view, id, desk, members, wrong is null ? 200 : 422, wrong is null ? null : asked, null,
                new(action == "away" ? MemberDid.Away : report.From is { Length: > 0 } ? MemberDid.TakenBack : MemberDid.Back, moved, wrong)
                {
                    From = action == "away" ? report.From : null,
                });
        });

    private static async Task<IResult?> PageAsync(
        HttpContext http, DeskView view, string id, DeskPages desk, MemberReading members, int status, AwayForm? asked,
        AbsenceReport? report, MemberDone? did) =>
        await members.ReadAsync(view.Viewer, id, report, http.RequestAborted) is { } page
            ? await desk.RenderAsync<MemberDocument>(
                page.WrongField is null ? status : 422, nameof(MemberDocument.View),
                new MemberView(view with { Frame = view.Frame with { Title = $"{view.Texts.Team} · Handoff" } }, page, asked, did))
            : null;
}

/// <summary>What was done on the page of a rep.</summary>
public enum MemberDid
{
    Away,
    Back,

    /// <summary>An absence that was still to come does not come.</summary>
    TakenBack,

    Give,
}

/// <summary>What was done on the page of a rep, and what became of the leads.</summary>
/// <param name="Wrong">The field that is missing or wrong, or null: it is done.</param>
/// <param name="To">To whom the leads were given: the id, or null.</param>
public sealed record MemberDone(MemberDid Did, ImmutableArray<HeldDone> Leads, string? Wrong = null, string? To = null)
{
    /// <summary>When the absence that was noted begins, as it was told; null: now, or none was noted.</summary>
    public string? From { get; init; }
}
