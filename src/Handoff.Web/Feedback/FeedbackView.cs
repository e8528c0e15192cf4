using System.Collections.Immutable;
using System.Globalization;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Qualification;
using Handoff.Service.Intake;
using Handoff.Service.Returns;
using Handoff.Web.Desk;
using Handoff.Web.Links.Texts;
using Handoff.Web.Words;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Handoff.Web.Feedback;

/// <summary>What has just happened: an act that was done, one that came too late, or a field that is wrong.</summary>
public sealed record FeedbackNotice(string? Done = null, LateCause? Late = null, string? Wrong = null);

/// <summary>What the queue shows.</summary>
/// <param name="Reason">The code of the reason that is shown; null: all.</param>
/// <param name="Notice">What has just happened, or null.</param>
public sealed record FeedbackView(DeskView Desk, ReturnsPage Page, string? Reason, FeedbackNotice? Notice)
{
    public FeedbackTexts Texts => new(Desk.Viewer.Language);

    /// <summary>What was posted in vain, so that nobody writes it twice; null: nothing.</summary>
    public ReturnForm? Entered { get; init; }

    /// <summary>Whether the viewer may act: marketing, signed in.</summary>
    public bool Acts => Desk.Viewer is { Person: not null, Sight.SeesReturned: true };

    public string? Says => Notice switch
    {
        { Done: { } done } => Texts.Done(done),
        { Late: { } late } => Late(late),
        { Wrong: { } wrong } => Texts.Wrong(wrong),
        _ => null,
    };

    /// <summary>The fields of the correction, with what is said now.</summary>
    internal IEnumerable<(string Name, string Label, string Value, string Type, bool IsWrong)> Fields(ReturnedLead lead) =>
        ReturnActs.Fields.Select(field => (
            field, Texts.Label(field),
            (Entered is { Action: "again" } entered ? entered.Fields : lead.Record?.Form)?.GetValueOrDefault(field) ?? "",
            // Not "email": what came back may be no address, and then it could not be posted to be told so.
            field == KnownFields.Phone ? "tel" : "text", Notice?.Wrong == field));

    /// <summary>The id under which a correction is sent again, so that a form that is posted twice acts once.</summary>
    internal string Again => Entered?.Again ?? NewLeadId.At(Page.Now).Value;

    internal string When(Instant at) => Desk.Time.Texts.Capital(Desk.Time.Texts.At(Desk.Time.At(at)));

    internal string By(Instant at) => Desk.Time.Texts.By(Desk.Time.At(at));

    internal ReaderNames Names => Desk.Viewer.Names;

    internal string Campaign(ReturnedLead lead) =>
        Names.Campaign(lead.Row.Dimensions.GetValueOrDefault(Dimension.Campaign) ?? Dimension.None);

    /// <summary>The address of a part of the queue.</summary>
    internal string Href(string? reason, int page = 1)
    {
        var query = new QueryString();
        if (reason is not null)
            query = query.Add("reason", reason);
        if (page > 1)
            query = query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return Desk.Href("/feedback") + query.ToUriComponent();
    }

    /// <summary>What a lead that is held back says, a few fields of it.</summary>
    internal static IEnumerable<(string Name, string Value)> Said(HeldLead lead) =>
        (lead.Record?.Form.AsEnumerable() ?? []).Where(field => field.Key != KnownFields.Message).Take(12)
            .Select(field => (UserText.Line(field.Key, 40) ?? "", UserText.Line(field.Value, 120) ?? ""));

    internal static ImmutableArray<string> Lines(string note) => UserText.Lines(note, 2_000);

    private string Late(LateCause cause)
    {
        var texts = new LinkTexts(Desk.Viewer.Language);
        return cause switch
        {
            LateCause.ContestOver => texts.ContestOver,
            LateCause.Contested => texts.AlreadyContested,
            LateCause.SentAgain => texts.AlreadySentAgain,
            LateCause.Recycled => texts.AlreadyRecycled,
            LateCause.NotBack => texts.NotBack,
            _ => texts.Ended,
        };
    }
}
