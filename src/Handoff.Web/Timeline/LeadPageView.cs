using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Rows;
using Handoff.Service.Board;
using Handoff.Service.Links;
using Handoff.Web.Board;
using Handoff.Web.Design;
using Handoff.Web.Desk;
using Handoff.Web.Links;
using Handoff.Web.Words;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Timeline;

/// <summary>What the page of a lead shows.</summary>
/// <param name="Life">The lead's life.</param>
public sealed record LeadPageView(DeskView Desk, TimelineView Life)
{
    private const int LongestLine = 300;

    /// <summary>What the reader can do; none: only look.</summary>
    public ImmutableArray<LinkPageView> Acts { get; init; } = [];

    /// <summary>What the reader has just done or tried, or null.</summary>
    public LinkPageView? Did { get; init; }

    public TimelineTexts Texts => new(Desk.Viewer.Language);

    internal ReaderNames Names => Desk.Viewer.Names;

    /// <summary>The board's words for its clock.</summary>
    public BoardTexts BoardTexts => new(Desk.Viewer.Language);

    /// <summary>What an entry is called.</summary>
    internal string Title(TimelineEntry entry) => entry.Fate is { } fate
        ? new MessageNames(Desk.Viewer.Language).Title(fate.Message.Kind) : Texts.Event(entry.Type);

    /// <summary>How the person came; null: the entry is none of a request.</summary>
    internal string? Touch(TimelineEntry entry) => entry.Touch is { } touch
        ? string.Join(" · ", touch.Select(part => $"{Texts.Part(part.Key)}: {ValueOf(part.Key, part.Value)}")) : null;

    // Where the person came from is no source of ours.
    private string ValueOf(string part, string value) => part == Dimension.Campaign ? Names.Campaign(value) : value;

    /// <summary>What became of an earlier handoff.</summary>
    internal string Earlier(LeadRow lead)
    {
        var status = Desk.Texts.Of(lead.Status);
        var amount = Amount(lead.Milestones) is { } worth ? $" · {worth}" : "";
        return $"{status}{amount} · {Names.Tier(lead.Tier)} · {Names.Source(lead.Source)} · {Names.Team(lead.Team)}";
    }

    /// <summary>What it was worth, or null: nothing was told.</summary>
    public string? Outcome => Amount(Life.Lead.Milestones);

    public string Name =>
        UserText.Line(Life.Record?.Name, 120) ?? UserText.Line(Life.Record?.Email ?? Life.Record?.Phone, 120) ?? Desk.Texts.NoName;

    /// <summary>What is known, in the order in which it helps.</summary>
    internal IEnumerable<(string Label, string Value, string? Href)> Facts
    {
        get
        {
            var (record, known) = (Life.Record, Life.Lead.Known);
            if (UserText.Line(record?.Phone, LongestLine) is { } phone)
                yield return (Texts.Phone, phone, ContactHref.OfPhone(record?.Phone));
            if (UserText.Line(record?.Email, LongestLine) is { } email)
                yield return (Texts.Email, email, ContactHref.OfEmail(record?.Email));
            if (UserText.Line(record?.JobTitle, LongestLine) is { } title)
                yield return (Texts.JobTitle, title, null);
            if ((record?.Country ?? known.Country) is { } country)
                yield return (Texts.Country, country, null);
            yield return (Texts.Source, Names.Source(known.Source), null);
            if (!known.Dimensions.IsEmpty)
                yield return (Texts.Dimensions, string.Join(" · ", known.Dimensions.Select(one => Names.OfLead(one.Key, one.Value))), null);
            yield return (Texts.Team, Names.Team(known.Team), null);
            yield return (Texts.Agreement, known.Agreement, null);
            yield return (Texts.Received, Absolute(Life.Lead.ReceivedAt), null);
        }
    }

    /// <summary>By what whoever has the lead calls the person; null: it is not the reader's, or there is no number.</summary>
    internal string? CallHref => Desk.Viewer.Person is { } reader && Life.Lead.Owner.Is(reader.Id) && Life.Row is not null
        ? ContactHref.OfPhone(Life.Record?.Phone) : null;

    /// <summary>Whether there is personal data that the reader may erase.</summary>
    internal bool MayErase => Desk.Viewer.Sight.Erases && Life.Record is not null;

    /// <summary>Until when something can be taken back, or null.</summary>
    internal string? UndoneUntil(LinkPageView act) =>
        (act.Purpose == LinkPurpose.Undo ? Life.Lead.Acceptance?.At + Undo.Within : Life.Lead.LastReply?.UndoneUntil) is { } end
            ? Desk.Time.Texts.Until(Desk.Time.At(end)) : null;

    internal string Day(LocalDate day) => Desk.Time.Texts.Date(day, withYear: false);

    /// <summary>A moment with its day, in the reader's zone.</summary>
    internal string Absolute(Instant at)
    {
        var (date, time) = at.InZone(Desk.Viewer.Zone).LocalDateTime;
        return $"{Desk.Time.Texts.ShortDateWithYear(date)}, {Desk.Time.Texts.TimePattern.Format(time)}";
    }

    /// <summary>The machine's form of a moment.</summary>
    internal static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>The colour of an event.</summary>
    internal static Tone ToneOf(TimelineEntry entry) => entry.Type switch
    {
        TimelineTypes.Message when entry.Fate is { } fate => ToneOf(fate.State) is Tone.Met ? Tone.Still : ToneOf(fate.State),
        "clock_breached" or "erased" => Tone.Breached,
        "queued" or "offer_lapsed" or "offer_declined" or "returned" => Tone.AtRisk,
        "accepted" or "feedback_given" or "first_contact_recorded" or "outcome_recorded" or "still_open" => Tone.Met,
        "received" or "qualified" or "offered" or "assigned" => Tone.Running,
        _ => Tone.Still,
    };

    /// <summary>The colour of a delivery.</summary>
    internal static Tone ToneOf(DeliveryState state) => state switch
    {
        DeliveryState.Owed or DeliveryState.Held or DeliveryState.Grouped => Tone.Running,
        DeliveryState.Retrying => Tone.AtRisk,
        DeliveryState.Sent or DeliveryState.Delivered => Tone.Met,
        DeliveryState.Bounced or DeliveryState.Parked => Tone.Breached,
        DeliveryState.Overtaken => Tone.Still,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A delivery has a colour."),
    };

    /// <summary>Where an e-mail is shown.</summary>
    internal string Href(TimelineMail mail) => Desk.Href($"/leads/{Life.Lead.Id}/mail/{Uri.EscapeDataString(mail.Id)}");

    private string? Amount(Milestones milestones) => milestones.Amount is { } amount
        ? $"{amount.ToString("#,0.##", Desk.Time.Texts.Culture)} {milestones.Currency}".TrimEnd() : null;
}
