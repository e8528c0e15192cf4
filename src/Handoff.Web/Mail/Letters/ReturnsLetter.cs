using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Mail;
using Handoff.Web.Design;
using Handoff.Web.Mail.Texts;
using Handoff.Web.Mail.Words;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>To marketing, once a day: what came back since the last, by reason. It names nobody: who they are stands on the page.</summary>
internal sealed class ReturnsLetter : Sentences
{
    private const int MostNamed = 5;

    private readonly ImmutableArray<MailItem> _items;
    private readonly ReaderNames _names;
    private readonly TimeTexts _times;

    public ReturnsLetter(ImmutableArray<MailItem> items, ReaderNames names, string? page)
        : base(names.Language)
    {
        // What was returned and then taken back before the mail is told as taken back.
        _items = [.. items.OrderByDescending(item => item.About.Cause == MoveCause.TakenBack).DistinctBy(item => item.Lead.Id)];
        _names = names;
        _times = TimeTexts.In(names.Language);
        var groups = _items.GroupBy(Reason, StringComparer.Ordinal).OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        var held = _items.Count(IsHeld);
        var came = string.Join(
            ", ", new[] { Came(_items.Length - held), Held(held) }.Where(one => one.Length > 0));
        Wording = new(
            $"{came}: {List(groups.Take(MostNamed).Select(group => $"{group.Key} ({group.Count()})"))}",
            came,
            Say(
                "You can correct a lead and send it again, keep it warm, or contest the return within five working days.",
                "Puoi correggere un lead e inviarlo di nuovo, coltivarlo, o contestare la restituzione entro cinque giorni lavorativi."));
        if (held == _items.Length)
            Wording = Wording with
            {
                Says = [Say("You can release each, or discard it.", "Puoi rilasciare o scartare ciascuno.")],
            };
        Sections = [Opening(page), .. groups.Select(Section)];
    }

    public Wording Wording { get; }

    public ImmutableArray<LetterSection> Sections { get; }

    private LetterSection Opening(string? page) => new()
    {
        Tone = Tone.Still,
        Says = [.. Wording.Says],
        Main = page is null ? null : new(new MailLabels(Language).OpenReturns, page),
    };

    private LetterSection Section(IGrouping<string, MailItem> group) => new()
    {
        Heading = $"{group.Key}: {group.Count()}",
        Tone = Tone.Still,
        Says = [Effect(group.First())],
        Facts =
        [
            new(Say("From", "Da"), Counted(group, item => _names.Source(item.Lead.Known.Source))),
            new(Say("Campaign", "Campagna"), Counted(group, item => _names.Campaign(
                item.Lead.Known.Dimensions.GetValueOrDefault(Dimension.Campaign) ?? Dimension.None))),
            new(Say("Ask", "A chi chiedere"), Counted(group, item => item.AskName ?? _names.Team(item.Lead.Known.Team))),
        ],
    };

    private static string Counted(IEnumerable<MailItem> items, Func<MailItem, string> by)
    {
        var counts = items.CountBy(by, StringComparer.Ordinal).OrderByDescending(one => one.Value)
            .ThenBy(one => one.Key, StringComparer.Ordinal).ToList();
        var named = counts.Take(MostNamed).Select(one => $"{UserText.Line(one.Key, 60)} {one.Value}");
        return string.Join(", ", named) + (counts.Count > MostNamed ? $", +{counts.Skip(MostNamed).Sum(one => one.Value)}" : "");
    }

    private string Came(int count) => count == 0 ? "" : _times.Fill(
        Say("{0} lead came back|{0} leads came back", "{0} lead è tornato|{0} lead sono tornati"), count);

    private string Held(int count) => count == 0 ? "" : _times.Fill(
        Say("{0} lead is held back|{0} leads are held back", "{0} lead è trattenuto|{0} lead sono trattenuti"), count);

    private static bool IsHeld(MailItem item) => item.Lead.Status == LeadStatus.Quarantined;

    private string Reason(MailItem item) => IsHeld(item) ? Say("held back", "trattenuti")
        : item.About.Cause == MoveCause.TakenBack
        ? Say("not returned after all", "non più restituito")
        : UserText.Line(item.Reason?.In(Language) ?? item.About.Reason, 60) ?? Say("no reason", "nessun motivo");

    private string Effect(MailItem item) => item switch
    {
        _ when IsHeld(item) => Say(
            "Not understood, without a way to reach the person, or suspect: release or discard them.",
            "Non compresi, senza recapito o sospetti: da rilasciare o scartare."),
        { About.Cause: MoveCause.TakenBack } => Say(
            "Returned by mistake and taken back: sales goes on.", "Restituito per errore, poi annullato: le vendite proseguono."),
        { Reason.Then: ReasonEffect.Nurture } => Say("Not now: please keep it warm.", "Non ora: da coltivare."),
        { Reason.Then: ReasonEffect.Discard } => Say("Thrown away by sales.", "Scartato dalle vendite."),
        // The reason may have left the agreement.
        { Reason: null or { Then: ReasonEffect.Return or ReasonEffect.Reroute } } =>
            Say("Returned by sales.", "Restituito dalle vendite."),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Reason.Then, "An effect has its words."),
    };
}
