using System.Globalization;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.Api;

/// <summary>
/// The query of a list, read name by name: what makes no sense is told by its name, and nothing is passed over in silence.
/// </summary>
internal sealed class ApiQuery(IQueryCollection query)
{
    private const int Longest = 300;
    private const int UsualLimit = 100;
    private const int LargestLimit = 500;

    private readonly List<(string Name, string Message)> _mistakes = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer to what makes no sense (400), or null: all does.</summary>
    public IResult? Refusal()
    {
        foreach (var name in query.Keys.Where(name => !_known.Contains(name)))
            _mistakes.Add((name, $"There is no such parameter. There are {string.Join(", ", _known.Order(StringComparer.Ordinal))}."));
        return _mistakes.Count == 0 ? null
            : new ProblemAnswer(Problem.Unusable("Correct the parameters named in errors.", _mistakes) with
            {
                Code = ProblemTypes.WrongParameter,
                Status = 400,
                Title = "Bad Request",
            });
    }

    /// <summary>A text, or null when it is absent.</summary>
    public string? Text(string name)
    {
        _known.Add(name);
        if (!query.TryGetValue(name, out var values) || values.Count == 0 || values[0] is not { Length: > 0 } text)
            return null;
        return values.Count > 1 || text.Length > Longest || text.Any(char.IsControl) ? Wrong<string>(name, "Send one short text.") : text;
    }

    /// <summary>An instant, or null when it is absent.</summary>
    public Instant? Instant(string name) => Text(name) is not { } text ? null
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at } && at >= NodaConstants.UnixEpoch
            && at.InUtc().Year < 2200
        ? at : Wrong<Instant?>(name, "Send an instant in UTC, such as 2026-11-24T09:00:00Z.");

    /// <summary>How many at most.</summary>
    public int Limit() => Text("limit") is not { } text ? UsualLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LargestLimit ? limit
        : Wrong<int>("limit", $"Send a number from 1 to {LargestLimit}.");

    /// <summary>What of a text is one of some values, or null: it is absent.</summary>
    public T? One<T>(string name, Func<string, T?> find, string choices)
        where T : struct => Text(name) is not { } text ? null : find(text) ?? Wrong<T?>(name, $"Send one of {choices}.");

    public T? Wrong<T>(string name, string message)
    {
        _mistakes.Add((name, message));
        return default;
    }
}
