using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>A key that a part may have.</summary>
/// <param name="Name">The key.</param>
/// <param name="Says">What it means, for editors and readers of the schema.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal abstract record Key(string Name, string Says, bool IsRequired)
{
    public abstract JsonObject Schema();
}

/// <summary>A key with the shape of its value.</summary>
internal sealed record Key<T>(string Name, string Says, Shape<T> Shape, bool IsRequired = false) : Key(Name, Says, IsRequired)
    where T : notnull
{
    public override JsonObject Schema()
    {
        var schema = Shape.Schema();
        schema["description"] = Says;
        return schema;
    }
}

/// <summary>The keys found in one part.</summary>
internal sealed class Record(YamlNode.Mapping mapping, ImmutableArray<Key> keys, Findings findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public Place At => mapping.At;

    /// <summary>The value of a declared key.</summary>
    /// <exception cref="InvalidOperationException">The key is not declared for this part, so the schema would not know it.</exception>
    public Field<T> Get<T>(Key<T> key)
        where T : notnull
    {
        if (!keys.Contains(key))
            throw new InvalidOperationException($"The key '{key.Name}' is read but not declared.");
        _asked.Add(key.Name);
        return mapping.Find(key.Name) is { } value ? key.Shape.Read(value, findings) : Field<T>.Absent(mapping.At);
    }

    /// <summary>Every declared key was read; otherwise the schema would promise what nobody reads.</summary>
    /// <exception cref="InvalidOperationException">One was not.</exception>
    public void AllAsked()
    {
        if (keys.FirstOrDefault(key => !_asked.Contains(key.Name)) is { } forgotten)
            throw new InvalidOperationException($"The key '{forgotten.Name}' is declared but never read.");
    }
}

/// <summary>A part with a fixed set of keys.</summary>
/// <param name="build">Makes the form of the part of its keys; must ask for each declared key.</param>
/// <param name="keys">The keys it may have.</param>
internal sealed class RecordShape<T>(Func<Record, T> build, params ImmutableArray<Key> keys) : Shape<T>
    where T : notnull
{
    public override Field<T> Read(YamlNode node, Findings findings)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            findings.Add(node.At, $"keys with values ({string.Join(", ", keys.Select(key => key.Name))}) are expected, not {node.Kind}");
            return Field<T>.Unusable(node.At);
        }

        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in mapping.Entries)
        {
            if (keys.Any(known => known.Name == key.Value))
                continue;
            // To look for what was meant is worth its while only where it is told.
            var near = findings.TellsMore ? Nearest.Of(key.Value, keys.Select(known => known.Name)) : null;
            findings.Add(key.At, $"unknown key '{ShownText.Quote(key.Raw)}'{(near is null ? "" : $"; did you mean '{near}'?")}");
            if (near is not null)
                meant.Add(near);
        }

        // A misspelt key is one mistake, not two.
        foreach (var key in keys.Where(key => key.IsRequired && mapping.Find(key.Name) is null && !meant.Contains(key.Name)))
            findings.Add(mapping.At, $"'{key.Name}' is missing");

        var record = new Record(mapping, keys, findings);
        var form = build(record);
        record.AllAsked();
        return Field<T>.Of(node.At, form);
    }

    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var key in keys)
            properties[key.Name] = key.Schema();
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        var required = keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        return schema;
    }
}
