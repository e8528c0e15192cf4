using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Qualification;
using Handoff.Routing;
using Handoff.Service.Paper;
using Handoff.Web.Desk;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Paper;

/// <summary>What the page of a lead on paper shows.</summary>
/// <param name="Told">What would become of it, or null: nothing was tried.</param>
/// <param name="Wrong">The field that is missing or wrong, or null.</param>
public sealed record PaperView(DeskView Desk, PaperForm Form, PaperTold? Told, string? Wrong)
{
    /// <summary>The sources that there are.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>The version that is proposed, or null.</summary>
    public required string? Proposed { get; init; }

    public PaperTexts Texts => new(Desk.Viewer.Language);

    internal ReaderNames Names => Desk.Viewer.Names;

    /// <summary>What is wrong, or null.</summary>
    internal string? Says => Wrong switch
    {
        null => null,
        "at" => Texts.WrongAt,
        "others" => Texts.WrongOthers,
        "source" => Texts.WrongSource,
        _ => Desk.Time.Texts.Fill(Texts.NotALead, string.Join(" ", Told!.Run.Problems.Select(problem => problem.Message))),
    };

    /// <summary>How it was received, or null: nothing was.</summary>
    internal Reception? Received => Told?.Run.Events.OfType<LeadReceived>().FirstOrDefault()?.Reception;

    internal string Verdict => Told!.Run.Lead.Status switch
    {
        LeadStatus.Discarded => Texts.Spam,
        _ when Received!.Qualifies => Texts.Qualified,
        _ => Texts.Stays,
    };

    internal string Score => Qualify.Explain(
        Told!.Agreement, Received!.Score, Received.ScoreRules, Received.Tier, Names);

    /// <summary>Why the first rep and why not the others; null: it goes to nobody.</summary>
    internal string? Who => Told!.Run.Events.Select(happened => happened switch
    {
        Offered e => e.Choice,
        Queued e => e.Choice,
        _ => null,
    }).FirstOrDefault(choice => choice is not null) is { } first
        ? RoutingText.Explain(first, Told.Reader.Name, When, Names) : null;

    /// <summary>Each promise with its deadline.</summary>
    internal IEnumerable<(string Promise, Instant Due, string How)> Clocks => Told!.Run.Clocks.Select(started =>
        (Desk.Time.Texts.NameOf(started.Clock), started.Plan.Due, LeadStory.Says(started, Told.Reader)));

    /// <summary>Each mail that would go; what only repeats itself to the same person is one, with how often and until when.</summary>
    internal IEnumerable<(Instant At, string To, string What, string? Again)> Mails
    {
        get
        {
            var mails = MessageFate.Of(Told!.Run.Events).Values
                .Where(fate => fate.State == DeliveryState.Sent && fate.Message.Kind is not (MessageKind.Touch or MessageKind.News))
                .OrderBy(fate => fate.At).ToList();
            var names = new MessageNames(Desk.Viewer.Language);
            for (var at = 0; at < mails.Count;)
            {
                var (first, next) = (mails[at], at + 1);
                while (next < mails.Count && mails[next].Message.Kind == first.Message.Kind && mails[next].Message.To == first.Message.To)
                    next++;
                var repeats = next - at - 1;
                yield return (
                    first.At, Told.Reader.Name(first.Message.To), names.Title(first.Message.Kind),
                    repeats == 0 ? null : Desk.Time.Texts.Fill(Texts.Again, repeats, When(mails[next - 1].At)));
                at = next;
            }
        }
    }

    /// <summary>Every step; a message is told when it is owed, and not once more when it is sent.</summary>
    internal IEnumerable<(Instant At, string Says)> Steps => Told!.Run.Events
        .Where(happened => happened is not (MessageSent or MessageReleased or MessageHeld or ReviewSet or RungPassed))
        .Select(happened => (happened.At, LeadStory.Says(happened, Told.Reader)));

    internal string When(Instant at) => Desk.Time.Texts.At(Desk.Time.At(at));

    internal static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
