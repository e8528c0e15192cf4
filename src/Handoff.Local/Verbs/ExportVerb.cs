using System.CommandLine;
using Handoff.Local.Exporting;
using Handoff.Service.Auditing;
using Handoff.Service.Company;
using Handoff.Service.Rows;
using Handoff.Service.Storage;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff export --parquet DIR</c>: leads in figures, for Power BI, DuckDB, Fabric.</summary>
internal static class ExportVerb
{
    public static Command Make(Option<string> data, Option<string> agreement)
    {
        var parquet = new Option<string>("--parquet")
        {
            Description = "The folder for one file a month, leads-2026-11.parquet; those that are there are replaced.",
            Required = true,
        };
        var export = new Command("export", "Writes every lead in figures, without personal data, while nothing serves the folder.")
        {
            parquet, data, agreement,
        };
        export.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), parsed.GetRequiredValue(parquet), Console.Out, Console.Error,
            cancellation));
        return export;
    }

    public static Task<int> RunAsync(
        string data, string agreement, string folder, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        StoreVerbs.OnStoreAsync(
            data, agreement, async services =>
            {
                var rows = services.GetRequiredService<LeadRowReading>().ReadAsync(RowQuery.All, cancellation);
                var (leads, files) = await LeadMonths.WriteAsync(
                    folder, services.GetRequiredService<CompanyInForce>().Agreement, rows, cancellation);
                await StoreVerbs.KeepAsync(services, Acts.ExportLeads, "", AuditLog.Done);
                output.WriteLine($"{leads} leads are in {files} files in {folder}.");
                return 0;
            },
            cancellation, " Export while nothing serves it, or a copy that `handoff backup` made.", error);
}
