using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Rows;
using NodaTime;
using Parquet;
using Parquet.Schema;

namespace Handoff.Local.Exporting;

/// <summary>A column of exported leads: its field, and how it is written of some of them.</summary>
internal sealed record LeadColumn(DataField Field, Func<ParquetRowGroupWriter, DataField, IReadOnlyList<LeadRow>, Task> WriteAsync);

/// <summary>
/// What of a lead is exported: references, instants in UTC and figures; nothing personal, and nobody of the company. A name is for ever.
/// </summary>
internal static class LeadColumns
{
    private const int Digits = 28;
    private const int Decimals = 4;

    /// <summary>The columns, with one for each dimension of the agreement.</summary>
    public static ImmutableArray<LeadColumn> Of(Agreement agreement) =>
    [
        Text("id", row => row.Id.Value), Time("received_at", row => row.ReceivedAt),
        Text("month", row => LeadMonths.Of(row, agreement.TimeZone)), Text("status", row => Word(row.Status)),
        Text("source", row => row.Source), Text("agreement", row => row.Agreement), Text("tier", row => row.Tier),
        Text("team", row => row.Team), Number("score", row => row.Score), Number("completeness", row => row.Completeness),
        Text("country", row => row.Country), Text("language", row => row.Language), Number("requests", row => row.Requests),
        Flag("is_test", row => row.IsTest), Text("duplicate_of", row => row.DuplicateOf?.Value),
        Text("follows", row => row.Follows?.Lead.Value), Text("earlier", row => row.Earlier?.Value),
        Time("qualified_at", row => row.Milestones.QualifiedAt), Time("first_offered_at", row => row.Milestones.FirstOfferedAt),
        Time("accepted_at", row => row.AcceptedAt), Time("contacted_at", row => row.Milestones.ContactedAt),
        Time("feedback_at", row => row.Milestones.FeedbackAt), Time("ended_at", row => row.Milestones.Ending?.At),
        Text("ended_reason", row => row.Milestones.Ending?.Reason), Text("ended_fault", row => Word(row.Milestones.Ending?.Fault)),
        Text("contest", row => Word(row.Contest?.State)), Text("outcome", row => Word(row.Outcome)),
        Time("outcome_at", row => row.Milestones.OutcomeAt), Money("amount", row => row.Milestones.Amount),
        Text("currency", row => row.Milestones.Currency),
        .. Enum.GetValues<ClockName>().SelectMany(OfClock),
        .. agreement.Dimensions.Select(one => Text($"dimension_{one.Name}", row => row.Dimensions.GetValueOrDefault(one.Name))),
    ];

    private static IEnumerable<LeadColumn> OfClock(ClockName name)
    {
        yield return Time($"{Word(name)}_due", row => Clock(row)?.Due);
        yield return Text($"{Word(name)}_state", row => Word(Clock(row)?.State));

        // The last one counts: an earlier one was cancelled.
        ClockFigure? Clock(LeadRow row) => row.Clocks.LastOrDefault(clock => clock.Name == name);
    }

    private static LeadColumn Text(string name, Func<LeadRow, string?> of) => new(
        new DataField<string>(name), (writer, field, rows) => writer.WriteAsync(field, [.. rows.Select(of)]));

    private static LeadColumn Time(string name, Func<LeadRow, Instant?> of) => new(
        new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true),
        (writer, field, rows) => writer.WriteAsync<DateTime>(field, rows.Select(row => of(row)?.ToDateTimeUtc()).ToArray()));

    private static LeadColumn Number(string name, Func<LeadRow, int> of) => new(
        new DataField<int>(name), (writer, field, rows) => writer.WriteAsync<int>(field, rows.Select(of).ToArray()));

    private static LeadColumn Flag(string name, Func<LeadRow, bool> of) => new(
        new DataField<bool>(name), (writer, field, rows) => writer.WriteAsync<bool>(field, rows.Select(of).ToArray()));

    private static LeadColumn Money(string name, Func<LeadRow, decimal?> of) => new(
        new DecimalDataField(name, Digits, Decimals, isNullable: true), (writer, field, rows) => writer.WriteAsync<decimal>(
            field, rows.Select(row => of(row) is { } amount ? decimal.Round(amount, Decimals) : default(decimal?)).ToArray()));

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } some ? Word(some) : null;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
