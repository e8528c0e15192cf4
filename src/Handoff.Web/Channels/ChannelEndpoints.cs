using System.Globalization;
using Handoff.Service.Auditing;
using Handoff.Service.News;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Handoff.Web.Channels;

/// <summary>
/// <c>/channels</c>: who is told what happens, with every attempt of late, for who answers for a team; a POST turns a channel on again, or
/// sends again what was given up.
/// </summary>
public static class ChannelEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/channels", Routes.GetAndHead, ShowAsync).Describes(
            new("showChannels", "Desk", "Shows the channels with every attempt of late")
        {
            Answers = [OperationAnswer.Page(200, "How they stand."), OperationAnswer.ToSignIn, OperationAnswer.NotForYou],
        });
        app.MapPost("/channels", ResumeAsync).Describes(new("resumeChannel", "Desk", "Turns a channel on again")
        {
            Body = new(
                "channel: its name; again: given-up, to send again what was given up; token: the page's token.",
                ("application/x-www-form-urlencoded", null)),
            Answers =
            [
                OperationAnswer.Empty(303, "Back to /channels."),
                OperationAnswer.Page(403, "For managers and the two heads, by a form that this session was shown."),
                OperationAnswer.NotYours,
            ],
        });
    }

    public static Task<IResult> ShowAsync(HttpContext http, DeskPages desk, ChannelReading reading) => desk.ShowAsync(
        http, "/status",
        async view =>
        {
            var standings = await reading.ReadAsync(http.RequestAborted);
            var texts = new ChannelTexts(view.Viewer.Language);
            var shown = view with { Frame = view.Frame with { Title = $"{texts.Heading} · Handoff" } };
            var told = http.Request.Query["again"].ToString();
            int? again = int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
            return await desk.RenderAsync<ChannelsDocument>(
                200, nameof(ChannelsDocument.View), new ChannelsView(shown, standings, again));
        },
        forManagers: true);

    /// <summary>Turns a channel on again.</summary>
    public static Task<IResult> ResumeAsync(HttpContext http, DeskPages desk, ChannelReplay replay, AuditLog audit) => desk.ActAsync(
        http, "/status",
        async (view, fields) =>
        {
            var name = fields.GetValueOrDefault("channel") ?? "";
            var order = new ReplayOrder(name) { GivenUp = fields.GetValueOrDefault("again") == "given-up" };
            if (await replay.ReplayAsync(order, http.RequestAborted) is not { } count)
                return null;
            await audit.KeepAsync(Acts.ReplayChannel, view.Actor, name, AuditLog.Done);
            return new SeeOther(view.Href($"/channels?again={count}"));
        },
        forManagers: true);
}
