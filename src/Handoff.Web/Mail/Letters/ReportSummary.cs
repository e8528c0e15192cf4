using Handoff.Agreements;
using Handoff.Figures;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Web.Words;

namespace Handoff.Web.Mail.Letters;

/// <summary>Who kept what, in a line and before any figure: a report is read in a minute.</summary>
internal sealed class ReportSummary(ReaderNames names, TimeTexts times) : Sentences(names.Language)
{
    private readonly PromiseBars _bars = new(names, times);

    /// <summary>Of each side how many of its promises that are over it kept, and how many that go on are in danger.</summary>
    public string Line(ReportContent content)
    {
        var kept = string.Join(", ", BySide(content, one => IsKept(one) || IsMissed(one)).Select(Kept));
        var danger = string.Join(", ", BySide(content, IsInDanger).Select(InDanger));
        var said = kept.Length == 0 ? Say("no promise was due", "nessuna promessa era in scadenza") : kept;
        return danger.Length == 0 ? said : said + Say($"; at risk: {danger}", $"; a rischio: {danger}");
    }

    /// <summary>What each side missed, and what of it is in danger, by name.</summary>
    public IEnumerable<string> Names(ReportContent content) =>
        [.. BySide(content, IsMissed).Select(Missed), .. BySide(content, IsInDanger).Select(Endangered)];

    private string Kept(IGrouping<Side, ReportedPromise> side)
    {
        var (kept, all) = (side.Count(IsKept), side.Count());
        return (side.Key, all, kept) switch
        {
            (Side.Marketing, 1, 1) => Say("marketing kept its promise", "marketing: promessa mantenuta"),
            (Side.Marketing, 1, _) => Say("marketing missed its promise", "marketing: promessa mancata"),
            (_, 1, 1) => Say("sales kept its promise", "vendite: promessa mantenuta"),
            (_, 1, _) => Say("sales missed its promise", "vendite: promessa mancata"),
            (Side.Marketing, _, _) => Say(
                $"marketing kept {kept} of {all} promises", $"marketing: promesse mantenute {kept} su {all}"),
            _ => Say($"sales kept {kept} of {all} promises", $"vendite: promesse mantenute {kept} su {all}"),
        };
    }

    private string InDanger(IGrouping<Side, ReportedPromise> side)
    {
        var count = side.Count();
        return side.Key == Side.Marketing ? Say($"marketing {count}", $"marketing {count}") : Say($"sales {count}", $"vendite {count}");
    }

    private string Missed(IGrouping<Side, ReportedPromise> side)
    {
        var promises = Told(side);
        return side.Key == Side.Marketing
            ? Say($"Missed by marketing: {promises}.", $"Mancate dal marketing: {promises}.")
            : Say($"Missed by sales: {promises}.", $"Mancate dalle vendite: {promises}.");
    }

    private string Endangered(IGrouping<Side, ReportedPromise> side)
    {
        var promises = Told(side);
        return side.Key == Side.Marketing
            ? Say($"At risk, of marketing: {promises}.", $"A rischio, del marketing: {promises}.")
            : Say($"At risk, of sales: {promises}.", $"A rischio, delle vendite: {promises}.");
    }

    private string Told(IEnumerable<ReportedPromise> promises) => string.Join("; ", promises.Select(_bars.Short));

    private static IEnumerable<IGrouping<Side, ReportedPromise>> BySide(ReportContent content, Func<ReportedPromise, bool> which) =>
        content.Promises.Where(which).GroupBy(promise => promise.By).OrderBy(side => side.Key);

    private static bool IsKept(ReportedPromise promise) => promise is { IsOver: true, Standing: Standing.Kept or Standing.Safe };

    private static bool IsMissed(ReportedPromise promise) =>
        promise is { IsOver: true, Standing: Standing.Missed or Standing.Unreachable };

    private static bool IsInDanger(ReportedPromise promise) =>
        promise is { IsOver: false, Standing: Standing.AtRisk or Standing.Unreachable };
}
