using System.Text;

namespace Handoff.Connect.Bodies;

/// <summary>Collects the fields of one body within <see cref="IntakeLimits"/>.</summary>
internal sealed class FieldCollection
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StringBuilder> _joined = new(StringComparer.Ordinal);
    private int _values;

    /// <summary>What is wrong, or null.</summary>
    public string? Mistake { get; private set; }

    /// <summary>Sets a field; a later value of the same name wins. False: a limit is passed.</summary>
    public bool Set(string name, string value)
    {
        if (!Counts(name))
            return false;
        _fields[name] = value;
        return !HasTooMany();
    }

    /// <summary>Adds a value to a field; several are written with a comma between them, as a group of check boxes sends them.</summary>
    public bool Add(string name, string value)
    {
        if (!Counts(name))
            return false;
        // Joined once, at the end: a text that is made anew for each of a thousand values would take a thousand times its length.
        if (_joined.TryGetValue(name, out var values))
            values.Append(", ").Append(value);
        else if (_fields.TryGetValue(name, out var before) && before.Length > 0)
            _joined[name] = new StringBuilder(before).Append(", ").Append(value);
        else
            _fields[name] = value;
        return !HasTooMany();
    }

    /// <summary>Whether there is a field of that name.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>Takes a field back: the last value of its name was nothing.</summary>
    public void Remove(string name) => _fields.Remove(name);

    /// <summary>Notes a mistake; always false.</summary>
    public bool Refuse(string mistake)
    {
        Mistake ??= mistake;
        return false;
    }

    /// <summary>The fields, or the mistake.</summary>
    public FieldsAnswer Finish()
    {
        if (Mistake is not null)
            return new FieldsAnswer.Unreadable(Mistake);
        foreach (var (name, values) in _joined)
            _fields[name] = values.ToString();
        return new FieldsAnswer.Read(_fields.AsReadOnly());
    }

    private bool Counts(string name)
    {
        if (name.Length > IntakeLimits.Name)
            return Refuse(
                $"A field's name, with those of the objects around it, has more than {IntakeLimits.Name} characters. Send shorter names.");
        return ++_values <= IntakeLimits.Values || Refuse($"There are more than {IntakeLimits.Values} values. Send only the lead's own.");
    }

    private bool HasTooMany() =>
        _fields.Count > IntakeLimits.Fields && !Refuse($"There are more than {IntakeLimits.Fields} fields. Send only the lead's own.");
}
