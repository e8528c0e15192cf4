using System.Globalization;

namespace Handoff.Qualification.Columns;

/// <summary>The names under which columns are posted: each once, none of them the field that people never see.</summary>
/// <param name="honeypot">The source's honeypot, or null: a column of that name would make every row spam.</param>
internal sealed class ColumnNames(string? honeypot)
{
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The wanted name, else with a number.</summary>
    public string Take(string wanted)
    {
        var name = string.Equals(wanted, honeypot, StringComparison.OrdinalIgnoreCase) ? wanted + "_column" : wanted;
        for (var number = 2; !_used.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{number}");
        return name;
    }
}
