using System.Text.Json.Nodes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>
/// The keys of one part. A form takes each of its keys once, with its name, its words and its shape; the same statement reads the key from
/// a file and declares it for the schema.
/// </summary>
internal abstract class Keys
{
    /// <summary>Where the part stands.</summary>
    public abstract Place At { get; }

    /// <summary>Takes a key that must be there.</summary>
    /// <param name="says">What it means, for editors and readers of the schema.</param>
    public Field<T> Required<T>(string name, string says, Shape<T> shape)
        where T : notnull => Take(name, says, shape, isRequired: true);

    /// <summary>Takes a key that may be left out.</summary>
    public Field<T> Optional<T>(string name, string says, Shape<T> shape)
        where T : notnull => Take(name, says, shape, isRequired: false);

    protected abstract Field<T> Take<T>(string name, string says, Shape<T> shape, bool isRequired)
        where T : notnull;
}

/// <summary>A part with a fixed set of keys.</summary>
internal static class Record
{
    /// <summary>
    /// Returns the shape of a part whose form is made by <paramref name="build"/>, which takes every key whatever it finds.
    /// </summary>
    public static RecordShape<T> Of<T>(Func<Keys, T> build)
        where T : notnull => new(build);
}

/// <summary>A part with the keys that its form takes.</summary>
internal sealed class RecordShape<T>(Func<Keys, T> build) : Shape<T>
    where T : notnull
{
    // Recorded when it is first asked for: until then the shapes of other parts may not be there yet.
    private readonly Lazy<Recorder> _keys = new(() =>
    {
        var recorder = new Recorder();
        build(recorder);
        return recorder;
    });

    private IEnumerable<string> Names => _keys.Value.Declared.Select(key => key.Name);

    public override Field<T> Read(YamlNode node, Findings findings)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            findings.Add(node.At, $"keys with values ({string.Join(", ", Names)}) are expected, not {node.Kind}");
            return Field<T>.Unusable(node.At);
        }

        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in mapping.Entries)
        {
            if (Names.Contains(key.Value, StringComparer.Ordinal))
                continue;
            // To look for what was meant is worth its while only where it is told.
            var near = findings.TellsMore ? Nearest.Of(key.Value, Names) : null;
            findings.Add(key.At, $"unknown key '{ShownText.Quote(key.Raw)}'{(near is null ? "" : $"; did you mean '{near}'?")}");
            if (near is not null)
                meant.Add(near);
        }

        // A misspelt key is one mistake, not two.
        var missing = _keys.Value.Declared.Where(key => key.IsRequired && mapping.Find(key.Name) is null && !meant.Contains(key.Name));
        foreach (var key in missing)
            findings.Add(mapping.At, $"'{key.Name}' is missing");
        return Field<T>.Of(node.At, build(new Reader(mapping, findings)));
    }

    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var key in _keys.Value.Declared)
        {
            var held = key.Schema();
            held["description"] = key.Says;
            properties[key.Name] = held;
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        var required = _keys.Value.Declared.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        return schema;
    }

    /// <summary>Finds nothing, and notes what is taken.</summary>
    private sealed class Recorder : Keys
    {
        public List<(string Name, string Says, bool IsRequired, Func<JsonObject> Schema)> Declared { get; } = [];

        public override Place At => default;

        protected override Field<TValue> Take<TValue>(string name, string says, Shape<TValue> shape, bool isRequired)
        {
            Declared.Add((name, says, isRequired, shape.Schema));
            return Field<TValue>.Absent(At);
        }
    }

    private sealed class Reader(YamlNode.Mapping mapping, Findings findings) : Keys
    {
        public override Place At => mapping.At;

        protected override Field<TValue> Take<TValue>(string name, string says, Shape<TValue> shape, bool isRequired) =>
            mapping.Find(name) is { } value ? shape.Read(value, findings) : Field<TValue>.Absent(mapping.At);
    }
}
