using System.Collections.Immutable;
using System.Globalization;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Qualification.Columns;
using Handoff.Service.Importing;

namespace Handoff.Local.Importing;

internal static class ImportTexts
{
    private const int MostTold = 20;

    private static readonly string Qualified = LeadStatus.Qualified.Word();
    private static readonly string Nurture = LeadStatus.Nurture.Word();
    private static readonly string Duplicate = LeadStatus.Duplicate.Word();

    /// <summary>What file it is, as it was understood.</summary>
    public static void TellFile(TextWriter to, string path, CsvFile file, int rows, LeadSource source)
    {
        var separator = CsvFile.Name(file.Separator);
        to.WriteLine(
            $"{path}: {Rows(rows)}, {file.Encoding.WebName}, separated by {separator}, to the source '{source.Name}'. Its columns become:");
        to.WriteLine();
    }

    /// <summary>How each column is understood.</summary>
    public static void TellColumns(TextWriter to, ImmutableArray<PlannedColumn> columns)
    {
        var width = Math.Min(40, columns.Max(column => column.Header.Length));
        foreach (var column in columns)
            to.WriteLine($"  {(column.Header.Length == 0 ? "(no header)" : column.Header).PadRight(width)}  {Becomes(column)}");
        to.WriteLine();
    }

    /// <summary>What a dry run found.</summary>
    public static void TellForecast(TextWriter to, Agreement agreement, ImportTally tally)
    {
        to.WriteLine($"Dry run: nothing is stored. Under agreement {agreement.Version} of {agreement.Organisation} these rows would be:");
        to.WriteLine();
        TellCounts(to, tally);
        to.WriteLine();
        to.WriteLine("People are looked for in this file only: whoever has an open handoff already would be one more duplicate.");
        if (tally.With(Qualified) == 0)
            return;
        var clocks = tally.Tiers(Qualified).Select(tier => (tier.Count, Terms: agreement.Tiers.Single(one => one.Name == tier.Tier)))
            .Select(tier => $"{Number(tier.Count)} to be accepted within {tier.Terms.Accept.Within}");
        to.WriteLine($"Each qualified one would be offered to a rep at once, as a lead received now: {string.Join(", ", clocks)}.");
        to.WriteLine("Fewer at a time: --per-minute N.");
    }

    /// <summary>What a dry run would not take: it writes no file, since rows hold personal data.</summary>
    public static void TellProblems(TextWriter to, ImportTally tally)
    {
        to.WriteLine();
        foreach (var (line, problem) in tally.Problems.Take(MostTold))
            to.WriteLine($"  line {line.ToString(CultureInfo.InvariantCulture)}: {problem}");
        if (tally.Unusable > MostTold)
            to.WriteLine($"  and {Number(tally.Unusable - MostTold)} more");
        to.WriteLine("An import writes these rows to a file where they can be corrected.");
    }

    public static void TellReport(TextWriter to, ImportTally tally, int rows, TimeSpan took)
    {
        var seconds = Math.Max(0.001, took.TotalSeconds);
        var pace = string.Create(CultureInfo.InvariantCulture, $"in {seconds:N1} s ({tally.Taken / seconds:N0} a second)");
        to.WriteLine($"{Number(tally.Taken + tally.Before)} of {Rows(rows)} are in, {Number(tally.Taken)} of them new, {pace}:");
        to.WriteLine();
        TellCounts(to, tally);
    }

    private static void TellCounts(TextWriter to, ImportTally tally)
    {
        Line("qualified", tally.With(Qualified),
            string.Join(", ", tally.Tiers(Qualified).Select(tier => $"{tier.Tier} {Number(tier.Count)}")));
        Line("below the points", tally.With(Nurture), "they stay with marketing");
        Line("duplicates", tally.With(Duplicate), "they join the person's open handoff");
        Line("in already", tally.Before, "the same row came before: nothing changes");
        Line("discarded", tally.With(LeadStatus.Discarded.Word()), "taken for spam");
        Line("not usable", tally.Unusable, "");

        void Line(string what, int count, string note)
        {
            if (count > 0 || what is "qualified" or "below the points" or "duplicates" or "not usable")
                to.WriteLine($"  {what,-17}{Number(count),9}{(note.Length > 0 && count > 0 ? $"   {note}" : "")}");
        }
    }

    public static string Rows(int count) => count == 1 ? "1 row" : $"{Number(count)} rows";

    /// <summary>A count as people read it.</summary>
    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Becomes(PlannedColumn column) => column.IsOverruled
        ? $"{column.Field}, but the source sets this field: its value wins"
        : column.Role switch
        {
            ColumnRole.Said => $"{column.Field} (--map)",
            ColumnRole.Mapped => $"{column.Field} (as the source maps it)",
            ColumnRole.Known => column.Field,
            ColumnRole.StandsIn => $"{column.Field} where that is blank, else kept as {column.Posted}",
            ColumnRole.Kept => $"kept as {column.Posted}",
            ColumnRole.NotUsed => "left out: no map and no rule uses it",
            ColumnRole.LeftOut => column.Header.Length == 0 ? "left out" : "left out: an earlier import wrote it",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Role, "A role is told."),
        };
}
