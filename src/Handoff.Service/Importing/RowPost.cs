using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Qualification.Columns;

namespace Handoff.Service.Importing;

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Cells">Its values, in the order of the columns; columns after the last are blank.</param>
public sealed record TableRow(int Line, ImmutableArray<string> Cells);

/// <summary>A row as it is posted, in the very form in which a webhook would post it.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Fields">Posted names and values; blank ones are not there.</param>
/// <param name="Body">The same as a body of the source's format.</param>
/// <param name="Key">The <c>Idempotency-Key</c>: it is made of source and body, so the same row is the same delivery wherever it stands, in
/// whatever file, and however often it is imported.</param>
/// <param name="Person">What rows of one person have in common, so that they are sent one after the other.</param>
public sealed record RowPost(int Line, ImmutableDictionary<string, string> Fields, byte[] Body, string Key, string Person)
{
    private const string KeyStart = "import-";

    /// <summary>Whether an <c>Idempotency-Key</c> is that of a row of a file, whichever way it came.</summary>
    public static bool IsKey(string? key) =>
        key?.Length == KeyStart.Length + (2 * SHA256.HashSizeInBytes) && key.StartsWith(KeyStart, StringComparison.Ordinal);

    /// <summary>SHA-256 of the body.</summary>
    public byte[] BodyHash => SHA256.HashData(Body);

    public static RowPost Of(LeadSource source, ImmutableArray<PlannedColumn> columns, TableRow row)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (column.IsSent && column.Place < row.Cells.Length && !string.IsNullOrWhiteSpace(row.Cells[column.Place]))
                fields[column.Posted] = row.Cells[column.Place];
        }

        var body = source.Format == SourceFormat.Json ? Json(columns, fields) : Form(columns, fields);
        var key = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(source.Name + "\n"), .. body]));
        return new(row.Line, fields.ToImmutable(), body, KeyStart + key, PersonOf(columns, fields) ?? key);
    }

    private static string? PersonOf(ImmutableArray<PlannedColumn> columns, ImmutableDictionary<string, string>.Builder fields)
    {
        foreach (var field in (ReadOnlySpan<string>)["email", "phone"])
        {
            foreach (var column in columns)
            {
                if (column.Field == field && fields.TryGetValue(column.Posted, out var value))
                    return value.Trim().ToUpperInvariant();
            }
        }

        return null;
    }

    private static byte[] Json(ImmutableArray<PlannedColumn> columns, ImmutableDictionary<string, string>.Builder fields)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(body);
        writer.WriteStartObject();
        foreach (var column in columns)
        {
            if (fields.TryGetValue(column.Posted, out var value))
                writer.WriteString(column.Posted, value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenSpan.ToArray();
    }

    private static byte[] Form(ImmutableArray<PlannedColumn> columns, ImmutableDictionary<string, string>.Builder fields) =>
        Encoding.ASCII.GetBytes(string.Join('&', columns
            .Where(column => fields.ContainsKey(column.Posted))
            .Select(column => $"{Uri.EscapeDataString(column.Posted)}={Uri.EscapeDataString(fields[column.Posted])}")));
}
