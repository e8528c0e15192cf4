using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks of names against each other.</summary>
internal static class Names
{
    /// <summary>Tells of every name after its first.</summary>
    /// <param name="names">In the order of the file.</param>
    /// <param name="what">What carries the name, such as <c>team</c>.</param>
    public static void Unique(IEnumerable<Field<string>> names, string what, Findings findings)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name.Has))
        {
            if (!seen.TryAdd(name.Value, name.At))
                findings.Add(
                    name.At, FormattableString.Invariant($"there is a {what} '{name.Value}' already, on line {seen[name.Value].Line}"));
        }

    }

    /// <summary>Tells of a reference to something that is not there.</summary>
    public static void Known(Field<string> name, IEnumerable<string> known, string what, Findings findings)
    {
        if (name.Has && !known.Contains(name.Value, StringComparer.Ordinal))
            findings.Add(name.At, $"unknown {what} '{name.Value}'{Nearest.Hint(name.Value, known)}");
    }
}
