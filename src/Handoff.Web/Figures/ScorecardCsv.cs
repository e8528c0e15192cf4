using System.Globalization;
using System.Text;
using System.Text.Json;
using Handoff.Figures;
using Handoff.Service.Importing;
using NodaTime.Text;

namespace Handoff.Web.Figures;

/// <summary>
/// A scorecard as one table for a spreadsheet: UTF-8 with a byte order mark, commas, points, ISO dates, a guard before what would be a
/// formula, nothing rounded. Each figure is a row; what a figure has not is empty.
/// </summary>
internal static class ScorecardCsv
{
    private static readonly string[] Head =
        ["section", "name", "value", "period", "count", "of", "low", "high", "amount", "currency", "target", "standing"];

    public static byte[] Write(Scorecard card)
    {
        var text = new StringBuilder();
        Line(text, Head);
        foreach (var row in Rows(card))
            Line(text, row);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<string[]> Rows(Scorecard card)
    {
        var period = card.Period.Name;
        yield return Row("scorecard", "as_of", InstantPattern.ExtendedIso.Format(card.AsOf), period);
        foreach (var one in card.Commitments)
        {
            var bound = (one.Promise.IsMost ? "at_most " : "at_least ") + Number(one.Target) + (one.Promise.IsPercent ? "%" : "");
            foreach (var row in Of("commitment", one.Promise.Metric, Word(one.Promise.By), one.Period.Name, one.Now))
                yield return [.. row[..10], bound, Word(one.Standing)];
            foreach (var (section, then) in new[] { ("reported", one.Frozen), ("judged", one.Frozen?.Judged) })
            {
                if (then is null)
                    continue;
                foreach (var row in Of(section, one.Promise.Metric, Word(one.Promise.By), one.Period.Name, then.Figure))
                    yield return [.. row[..10], bound, Word(then.Standing)];
            }

            if (one.Now is Figure.Count { Contested: > 0 and var some })
                yield return Row("contested", one.Promise.Metric, Word(one.Promise.By), one.Period.Name, Number(some));
            if (one.Now is Figure.Share { Contested: > 0 and var disputed })
                yield return Row("contested", one.Promise.Metric, Word(one.Promise.By), one.Period.Name, Number(disputed));
        }

        foreach (var cohort in card.Funnel)
        {
            foreach (var stage in cohort.Stages)
                yield return Share("funnel", stage.Name, "", cohort.Period.Name, stage.OfQualified);
        }

        foreach (var (table, slice) in card.Slices.SelectMany(table => table.Slices.Select(slice => (table, slice))))
        {
            yield return Row($"by {table.Dimension}", "qualified_leads", slice.Value, period, Number(slice.Qualified));
            yield return Share($"by {table.Dimension}", "acceptance_rate", slice.Value, period, slice.Accepted);
            yield return Share($"by {table.Dimension}", "returned_as_bad", slice.Value, period, slice.ReturnedAsBad);
            yield return Share($"by {table.Dimension}", "won", slice.Value, period, slice.Won);
        }

        yield return Share("looked for", "looked_for", "", period, card.LookedFor.Wanted);
        foreach (var (table, slice) in card.LookedFor.Tables.SelectMany(table => table.Slices.Select(slice => (table, slice))))
        {
            var row = Share($"looked for by {table.Dimension}", "looked_for", slice.Value, period, slice.Wanted);
            yield return [.. row[..11], Word(slice.Difference)];
            yield return Share($"looked for by {table.Dimension}", "others", slice.Value, period, slice.Others);
        }

        if (card.Asked.No.N > 0)
        {
            yield return Share("asked", Metrics.LeadsSayingYes.Name, "", period, card.Asked.Yes);
            yield return Share("asked", Metrics.LeadsSayingNo.Name, "", period, card.Asked.No);
        }

        foreach (var reason in card.Reasons)
            yield return Share("reason", reason.Code, Word(reason.Fault), period, reason.OfQualified);
        foreach (var (team, cell) in card.Breaches.SelectMany(team => team.Cells.Select(cell => (team.Team, cell))))
        {
            yield return Share($"breach of {team}", $"weekday {cell.Weekday}", $"hour {cell.Hour}", period, cell.Broken);
            yield return Row($"open minutes of {team}", $"weekday {cell.Weekday}", $"hour {cell.Hour}", period, Number(cell.OpenMinutes));
        }

        foreach (var time in card.Times)
        {
            yield return Row("minutes", $"{Word(time.Clock)} median", Number(time.Median), period, Number(time.N));
            yield return Row("minutes", $"{Word(time.Clock)} 90th percentile", Number(time.Ninetieth), period, Number(time.N));
        }

        foreach (var rep in card.Reps)
        {
            yield return Share($"rep of {rep.Team}", "accepted_leads", rep.Rep, period, rep.OfTeam);
            yield return Share($"rep of {rep.Team}", "accepted_in_time", rep.Rep, period, rep.AcceptedInTime);
            yield return Share($"rep of {rep.Team}", "contacted_in_time", rep.Rep, period, rep.ContactedInTime);
            yield return Share($"rep of {rep.Team}", "feedback_in_time", rep.Rep, period, rep.FeedbackInTime);
        }

        yield return Row("waiting minutes", "system", Number(card.Waiting.SystemMinutes), period, Number(card.Waiting.Leads));
        yield return Row("waiting minutes", "rep", Number(card.Waiting.RepMinutes), period, Number(card.Waiting.Leads));
        yield return Row("waiting minutes", "closed", Number(card.Waiting.ClosedMinutes), period, Number(card.Waiting.Leads));
        foreach (var (name, money) in new[]
        {
            ("pipeline", card.Money.Pipeline), ("won", card.Money.Won), ("pipeline_of_cohort", card.Money.PipelineOfCohort),
            ("won_of_cohort", card.Money.WonOfCohort),
        })
        {
            foreach (var row in Of("money", name, "", period, money))
                yield return row;
        }
    }

    private static IEnumerable<string[]> Of(string section, string name, string value, string period, Figure figure) => figure switch
    {
        Figure.Count count => [Row(section, name, value, period, Number(count.N))],
        Figure.Share share => [Share(section, name, value, period, share.Of)],
        Figure.Money money => money.Amounts.Select(
            amount => Row(section, name, value, period, amount: Number(amount.Value), currency: amount.Key)),
        Figure.Reported reported =>
            [Row(section, name, value, period, Number(reported.Reports), amount: reported.Value is { } sent ? Number(sent) : "")],
        _ => throw new InvalidOperationException("A figure is one of these."),
    };

    private static string[] Share(string section, string name, string value, string period, ShareFigure of) =>
        [section, name, value, period, Number(of.S), Number(of.N), Number(of.Low), Number(of.High), "", "", "", ""];

    private static string[] Row(
        string section, string name, string value, string period, string count = "", string amount = "", string currency = "") =>
        [section, name, value, period, count, "", "", "", amount, currency, "", ""];

    private static string Number(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Word(Enum word) => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    private static void Line(StringBuilder text, string[] cells) => text.AppendJoin(',', cells.Select(cell =>
    {
        var guarded = FormulaGuard.Put(cell);
        return guarded.AsSpan().ContainsAny(",\"\r\n") ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    })).Append("\r\n");
}
