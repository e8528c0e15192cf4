using System.Collections.Immutable;
using System.Globalization;

namespace Handoff.Qualification;

/// <summary>The steps of <see cref="LeadForm.Mapped"/>, on a form that is being filled.</summary>
internal sealed class FormReading
{
    /// <summary>What has been read so far.</summary>
    public ImmutableSortedDictionary<string, string>.Builder Fields { get; } =
        ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    /// <summary>How often a name was taken already, so that many fields of one name do not cost their square.</summary>
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes the fields that the source maps, and returns the posted names that are used up.</summary>
    public HashSet<string> TakeMapped(
        ImmutableDictionary<string, string> map, IReadOnlyDictionary<string, string> posted, IReadOnlyDictionary<string, string> aliases)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (ours, theirs) in map)
        {
            if ((PostedName(theirs, posted) ?? Meant(theirs, posted, aliases)) is not { } name)
                continue;
            used.Add(name);
            Put(FieldName.Of(ours), EntityText.Decode(posted[name]));
        }

        return used;
    }

    /// <summary>Takes every other field: the best spelling of a known field under its name, all else under a name of its own.</summary>
    public void TakeRest(IReadOnlyDictionary<string, string> posted, HashSet<string> used)
    {
        var rest = new List<(string Posted, string Name, string Known, int Rank)>(posted.Count);
        foreach (var (key, value) in posted)
        {
            if (used.Contains(key) || string.IsNullOrWhiteSpace(value))
                continue;
            var name = FieldName.Of(key);
            var known = KnownFields.Recognise(name);
            rest.Add((key, name, known?.Known ?? name, known?.Rank ?? 0));
        }

        // The order in which a dictionary gives its keys must not decide: the better spelling, then the alphabet.
        rest.Sort(static (one, other) => one.Rank != other.Rank
            ? one.Rank.CompareTo(other.Rank)
            : string.CompareOrdinal(one.Posted, other.Posted));
        foreach (var (key, name, known, _) in rest)
        {
            var value = EntityText.Decode(posted[key]);
            if (!Fields.ContainsKey(known))
                Put(known, value);
            else
                Put(Free(name), value);
        }
    }

    /// <summary>Makes the name of given and family name, where no whole name was given.</summary>
    /// <remarks>Many a German form asks for <c>Vorname</c> and <c>Name</c>: one word beside a given name is the family name.</remarks>
    public void ComposeName()
    {
        var first = Fields.GetValueOrDefault(KnownFields.FirstName);
        var last = Fields.GetValueOrDefault(KnownFields.LastName);
        if (Fields.TryGetValue(KnownFields.Name, out var name))
        {
            if (first is null || last is not null || name.Contains(' ', StringComparison.Ordinal)
                || string.Equals(name, first, StringComparison.OrdinalIgnoreCase))
                return;
            last = name;
        }

        Put(KnownFields.Name, first is null || last is null ? first ?? last ?? "" : $"{first} {last}");
    }

    /// <summary>Puts the fixed values of the source over whatever was posted.</summary>
    public void Set(ImmutableDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
            Put(FieldName.Of(name), value);
    }

    private void Put(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        var clean = CleanText.Of(value, KnownFields.IsFreeText(name));
        if (clean.Length > 0)
            Fields[name] = clean;
    }

    private string Free(string name)
    {
        if (!Fields.ContainsKey(name))
            return name;
        while (true)
        {
            var number = _taken[name] = _taken.GetValueOrDefault(name, 1) + 1;
            var numbered = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
            if (!Fields.ContainsKey(numbered))
                return numbered;
        }
    }

    /// <summary>The posted name that another of its names stands for.</summary>
    private static string? Meant(string theirs, IReadOnlyDictionary<string, string> posted, IReadOnlyDictionary<string, string> aliases) =>
        PostedName(theirs, aliases) is { } alias && posted.ContainsKey(aliases[alias]) ? aliases[alias] : null;

    /// <summary>The posted name that the map means: as written, else in another case.</summary>
    private static string? PostedName(string theirs, IReadOnlyDictionary<string, string> posted)
    {
        if (posted.ContainsKey(theirs))
            return theirs;
        string? found = null;
        foreach (var key in posted.Keys)
        {
            if (string.Equals(key, theirs, StringComparison.OrdinalIgnoreCase) && (found is null || string.CompareOrdinal(key, found) < 0))
                found = key;
        }

        return found;
    }
}
