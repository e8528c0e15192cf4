using System.Collections.Immutable;
using System.Globalization;
using Handoff.Agreements;

namespace Handoff.Qualification.Columns;

/// <summary>
/// Reads the header of a table of leads so that its rows can be posted as a webhook posts them, and <see cref="LeadForm.Mapped"/> makes
/// of each what this plan says.
/// </summary>
public sealed class ColumnReading
{
    private readonly LeadSource _source;
    private readonly ImmutableArray<string> _headers;
    private readonly PlannedColumn?[] _columns;
    private readonly ColumnNames _names;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _mistakes = [];

    private readonly IReadOnlySet<string>? _used;

    private ColumnReading(LeadSource source, ImmutableArray<string> headers, IReadOnlySet<string>? used)
    {
        (_source, _headers, _used) = (source, headers, used);
        (_columns, _names) = (new PlannedColumn?[headers.Length], new ColumnNames(source.Honeypot));
    }

    /// <summary>
    /// Plans every column: what was said; else the source's <see cref="LeadSource.Map"/>; else the known spellings, the likelier first;
    /// else kept under its own name. Refused: a said column that is not there, a field said twice, two headers of one spelling for a
    /// known field, and no column for an e-mail address or a phone number. Never throws.
    /// </summary>
    /// <param name="said">Which columns hold which of our fields; it wins.</param>
    /// <param name="headers">The first row of the table.</param>
    /// <param name="used">The fields that rules use: of the columns without a meaning only these are sent; null: all are.</param>
    public static ColumnPlan Plan(
        LeadSource source, IReadOnlyList<SaidColumn> said, IReadOnlyList<string> headers, IReadOnlySet<string>? used = null)
    {
        var reading = new ColumnReading(source, [.. headers.Select(header => CleanText.Of(header, isFreeText: false))], used);
        reading.LeaveOut();
        foreach (var one in said)
            reading.TakeSaid(one);
        foreach (var (ours, theirs) in source.Map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            reading.TakeMapped(FieldName.Of(ours), theirs);
        reading.TakeKnown();
        reading.KeepRest();
        return reading.Finish();
    }

    private void LeaveOut()
    {
        var isErrors = ErrorColumns.Lead(_headers);
        for (var place = 0; place < _headers.Length; place++)
        {
            if (_headers[place].Length == 0 || (isErrors && place < ErrorColumns.Count))
                _columns[place] = new(place, _headers[place], ColumnRole.LeftOut, "", "");
        }
    }

    private void TakeSaid(SaidColumn said)
    {
        var field = FieldName.Of(said.Field);
        if (LeadFacts.Derived.Contains(field) && KnownFields.Recognise(field) is null)
            _mistakes.Add($"'{field}' is found out by Handoff itself and cannot be imported. Give the column another name of ours.");
        else if (!_taken.Add(field))
            _mistakes.Add($"'{field}' is mapped twice. Say once which column it is.");
        else if (Find(said.Header) is not { } place)
            return;
        else if (_columns[place] is { } before)
            _mistakes.Add($"The column '{_headers[place]}' is mapped to '{before.Field}' and to '{field}'. A column is one field.");
        else
            // The source's own name for the field, where it has one: that is what the intake looks for first.
            Put(place, ColumnRole.Said, _names.Take(_source.Map.GetValueOrDefault(field) ?? field), field);
    }

    private int? Find(string header)
    {
        var wanted = CleanText.Of(header, isFreeText: false);
        Func<string, bool>[] ways =
        [
            one => one == wanted,
            one => string.Equals(one, wanted, StringComparison.OrdinalIgnoreCase),
            one => one.Length > 0 && FieldName.Of(one) == FieldName.Of(wanted),
        ];
        foreach (var isMeant in ways)
        {
            var places = Enumerable.Range(0, _headers.Length).Where(place => isMeant(_headers[place])).ToList();
            if (places.Count == 1)
                return places[0];
            if (places.Count == 0)
                continue;
            _mistakes.Add($"The column '{wanted}' is there {Times(places.Count)} ({Where(places)}). "
                + "Give each a header of its own.");
            return null;
        }

        _mistakes.Add($"There is no column '{wanted}'. The file has: {All()}.");
        return null;
    }

    private void TakeMapped(string field, string theirs)
    {
        if (_taken.Contains(field))
            return;
        var places = Free().Where(place => string.Equals(_headers[place], theirs, StringComparison.OrdinalIgnoreCase)).ToList();
        if (places.Count > 1)
            _mistakes.Add(
                $"The source's column '{theirs}' ({field}) is there {Times(places.Count)} ({Where(places)}). "
                + "Give each a header of its own.");
        if (places.Count == 0)
            return;
        _taken.Add(field);
        Put(places[0], ColumnRole.Mapped, _names.Take(theirs), field);
    }

    private void TakeKnown()
    {
        var spelled = Free()
            .Select(place => (Place: place, Name: FieldName.Of(_headers[place])))
            .Select(one => (one.Place, one.Name, Known: KnownFields.Recognise(one.Name)))
            .Where(one => one.Known is not null)
            .GroupBy(one => one.Known!.Value.Known, StringComparer.Ordinal);
        foreach (var columns in spelled)
        {
            var field = columns.Key;
            var best = columns.OrderBy(one => one.Known!.Value.Rank).ThenBy(one => one.Place).ToList();
            if (_taken.Add(field))
            {
                var same = best.TakeWhile(one => one.Known!.Value.Rank == best[0].Known!.Value.Rank).Select(one => one.Place).ToList();
                if (same.Count > 1)
                    _mistakes.Add(
                        $"{Times(same.Count, capital: true)} a column says '{field}' ({Where(same)}). "
                        + "Say which one it is, or give each a header of its own.");
                Put(best[0].Place, ColumnRole.Known, _names.Take(field), field);
                best.RemoveAt(0);
            }

            foreach (var (place, name, _) in best)
            {
                // With a number after its name it is no known field, so the intake keeps it beside the others.
                var posted = _names.Take(name);
                // Beside a mapped column the intake gives the field's own name a number, which no other column may have.
                if (posted == field)
                    _names.Take($"{field}_2");
                Put(place, posted == name ? ColumnRole.StandsIn : ColumnRole.Kept, posted, posted == name ? field : posted);
            }
        }
    }

    private void KeepRest()
    {
        foreach (var place in Free().ToList())
        {
            var posted = _names.Take(FieldName.Of(_headers[place]));
            Put(place, ColumnRole.Kept, posted, posted);
        }

        if (_used is null)
            return;
        for (var place = 0; place < _columns.Length; place++)
        {
            if (_columns[place] is { Role: ColumnRole.Kept } kept && !_used.Contains(kept.Field))
                _columns[place] = kept with { Role = ColumnRole.NotUsed, Posted = "" };
        }
    }

    private ColumnPlan Finish()
    {
        if (_mistakes.Count == 0 && !_columns.Any(column => column is { IsSent: true, Field: KnownFields.Email or KnownFields.Phone }))
            _mistakes.Add(
                $"No column is an e-mail address or a phone number. Say which one is: --map email=\"HEADER\". The file has: {All()}.");
        return _mistakes.Count > 0
            ? new ColumnPlan.Refused([.. _mistakes])
            : new ColumnPlan.Understood([.. _columns.Select(column => column!)]);
    }

    private IEnumerable<int> Free() => Enumerable.Range(0, _columns.Length).Where(place => _columns[place] is null);

    private void Put(int place, ColumnRole role, string posted, string field) =>
        _columns[place] = new(place, _headers[place], role, posted, field)
        {
            IsOverruled = _source.Set.Keys.Any(name => FieldName.Of(name) == field),
        };

    private string All() => string.Join(", ", _headers.Where(header => header.Length > 0).Take(40).Select(header => $"'{header}'"));

    private string Where(IEnumerable<int> places) =>
        string.Join(", ", places.Select(
            place => string.Create(CultureInfo.InvariantCulture, $"'{_headers[place]}' in column {place + 1}")));

    private static string Times(int count, bool capital = false) =>
        count == 2 ? capital ? "Twice" : "twice" : string.Create(CultureInfo.InvariantCulture, $"{count} times");
}
