using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>A list.</summary>
/// <param name="empty">What to say of an empty list, or null where it may be empty.</param>
internal sealed class ListShape<T>(Shape<T> item, bool orSingle = false, string? empty = "the list is empty")
    : Shape<ImmutableArray<Field<T>>>
    where T : notnull
{
    public override Field<ImmutableArray<Field<T>>> Read(YamlNode node, Findings findings)
    {
        if (node is YamlNode.Sequence sequence)
        {
            if (sequence.Items.IsEmpty && empty is not null)
                findings.Add(node.At, empty);
            return Field<ImmutableArray<Field<T>>>.Of(node.At, [.. sequence.Items.Select(each => item.Read(each, findings))]);
        }

        if (orSingle)
            return Field<ImmutableArray<Field<T>>>.Of(node.At, [item.Read(node, findings)]);
        findings.Add(node.At, $"a list is expected, not {node.Kind}");
        return Field<ImmutableArray<Field<T>>>.Unusable(node.At);
    }

    public override JsonObject Schema()
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item.Schema() };
        if (empty is not null)
            list["minItems"] = 1;
        return orSingle ? new JsonObject { ["anyOf"] = new JsonArray(item.Schema(), list) } : list;
    }
}

internal sealed record Entry<T>(Field<string> Name, Field<T> Value)
    where T : notnull;

/// <summary>Named parts whose names the file chooses.</summary>
/// <param name="empty">What to say of no parts at all, or null where that may be.</param>
/// <param name="names">The pattern of the names, or null for any.</param>
internal sealed class MapShape<T>(Func<string, Shape<T>> value, string? empty = null, NamePattern? names = null)
    : Shape<ImmutableArray<Entry<T>>>
    where T : notnull
{
    public MapShape(Shape<T> value, string? empty = null, NamePattern? names = null)
        : this(_ => value, empty, names)
    {
    }

    public override Field<ImmutableArray<Entry<T>>> Read(YamlNode node, Findings findings)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            findings.Add(node.At, $"names with values are expected, not {node.Kind}");
            return Field<ImmutableArray<Entry<T>>>.Unusable(node.At);
        }

        if (mapping.Entries.IsEmpty && empty is not null)
            findings.Add(node.At, empty);
        var entries = ImmutableArray.CreateBuilder<Entry<T>>(mapping.Entries.Length);
        foreach (var (key, held) in mapping.Entries)
        {
            var fits = names?.Fits(key.Value) ?? key.Value.Length > 0;
            if (!fits)
                findings.Add(key.At, $"{names?.Expected ?? "a name"} is expected, not '{key.Raw}'");
            var name = fits ? Field<string>.Of(key.At, key.Value) : Field<string>.Unusable(key.At);
            entries.Add(new Entry<T>(name, value(key.Value).Read(held, findings)));
        }

        return Field<ImmutableArray<Entry<T>>>.Of(node.At, entries.DrainToImmutable());
    }

    public override JsonObject Schema()
    {
        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = value("").Schema() };
        if (empty is not null)
            map["minProperties"] = 1;
        if (names is not null)
            map["propertyNames"] = new JsonObject { ["pattern"] = names.Pattern };
        return map;
    }
}

/// <summary>What a name that the file chooses must look like.</summary>
/// <param name="Pattern">As a regular expression, for editors.</param>
/// <param name="Fits">As the reader checks it.</param>
internal sealed record NamePattern(string Expected, string Pattern, Func<string, bool> Fits);
