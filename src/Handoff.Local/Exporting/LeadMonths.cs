using Handoff.Agreements;
using Handoff.Rows;
using NodaTime;
using NodaTime.Text;
using Parquet;
using Parquet.Schema;

namespace Handoff.Local.Exporting;

/// <summary>Writes leads into one Parquet file for each month in which they were received, the month of the agreement's zone.</summary>
internal static class LeadMonths
{
    private static readonly YearMonthPattern Pattern = YearMonthPattern.CreateWithInvariantCulture("uuuu'-'MM");

    /// <summary>The month of a lead: <c>2026-11</c>.</summary>
    public static string Of(LeadRow row, DateTimeZone zone) => Pattern.Format(row.ReceivedAt.InZone(zone).Date.ToYearMonth());

    /// <summary>Writes them; a file that is there is replaced once the new one is whole.</summary>
    /// <param name="folder">Made where it is not there.</param>
    /// <param name="rows">All leads, the one received last first: one month at a time is held.</param>
    /// <returns>How many leads and files were written.</returns>
    public static async Task<(int Leads, int Files)> WriteAsync(
        string folder, Agreement agreement, IAsyncEnumerable<LeadRow> rows, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var (leads, files, month, columns) = (0, 0, new List<LeadRow>(), LeadColumns.Of(agreement));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (month.Count > 0 && Of(month[0], agreement.TimeZone) != Of(row, agreement.TimeZone))
                await EndAsync();
            month.Add(row);
        }

        if (month.Count > 0)
            await EndAsync();
        return (leads, files);

        async Task EndAsync()
        {
            var path = Path.Combine(folder, $"leads-{Of(month[0], agreement.TimeZone)}.parquet");
            await WriteAsync(path, columns, month, cancellation);
            (leads, files) = (leads + month.Count, files + 1);
            month.Clear();
        }
    }

    private static async Task WriteAsync(
        string path, IReadOnlyList<LeadColumn> columns, List<LeadRow> rows, CancellationToken cancellation)
    {
        var unfinished = path + ".part";
        await using (var file = File.Create(unfinished))
        await using (var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(columns.Select(column => (Field)column.Field)), file, cancellationToken: cancellation))
        {
            using var group = writer.CreateRowGroup();
            foreach (var column in columns)
                await column.WriteAsync(group, column.Field, rows);
            group.CompleteValidate();
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
