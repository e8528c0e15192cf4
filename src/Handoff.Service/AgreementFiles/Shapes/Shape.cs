using System.Text.Json.Nodes;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Shapes;

/// <summary>
/// What a part of a file may look like. The same shape reads the part and describes it in the JSON Schema, so the two cannot know different
/// keys.
/// </summary>
internal abstract class Shape<T>
    where T : notnull
{
    /// <summary>Reads a node; what does not fit is told to <paramref name="findings"/> and makes the field unusable.</summary>
    public abstract Field<T> Read(YamlNode node, Findings findings);

    /// <summary>The shape as a JSON Schema (draft 7), without a description.</summary>
    public abstract JsonObject Schema();
}

/// <summary>Tries to make a value of a text.</summary>
internal delegate bool TryRead<T>(string text, out T value);

/// <summary>A text, number or word.</summary>
internal sealed class ScalarShape<T>(string expected, TryRead<T> tryRead, Func<JsonObject> schema, Func<string, string>? hint = null)
    : Shape<T>
    where T : notnull
{
    public override Field<T> Read(YamlNode node, Findings findings)
    {
        if (node is not YamlNode.Scalar scalar)
        {
            findings.Add(node.At, $"{expected} is expected, not {node.Kind}");
            return Field<T>.Unusable(node.At);
        }

        if (scalar.IsBroken)
            return Field<T>.Unusable(node.At);
        if (!scalar.IsNothing && tryRead(scalar.Value, out var value))
            return Field<T>.Of(node.At, value);
        findings.Add(node.At, $"{expected} is expected, not {scalar.Kind}{(findings.TellsMore ? hint?.Invoke(scalar.Value) : null)}");
        return Field<T>.Unusable(node.At);
    }

    public override JsonObject Schema() => schema();
}

/// <summary>A text as written, for values whose quotes matter.</summary>
/// <param name="Text">With <c>${NAME}</c> replaced.</param>
/// <param name="IsPlain">Without quotes.</param>
/// <param name="IsFromEnvironment">Wholly from a variable of the environment.</param>
internal sealed record Word(string Text, bool IsPlain, bool IsFromEnvironment);

/// <summary>Any text, with how it was written.</summary>
internal sealed class WordShape(string expected) : Shape<Word>
{
    public override Field<Word> Read(YamlNode node, Findings findings)
    {
        if (node is YamlNode.Scalar { IsNothing: false } scalar && (scalar.IsBroken || scalar.Value.Trim().Length > 0))
            return scalar.IsBroken ? Field<Word>.Unusable(node.At)
                : Field<Word>.Of(node.At, new Word(scalar.Value.Trim(), scalar.IsPlain, scalar.IsFromEnvironment));
        findings.Add(node.At, $"{expected} is expected, not {node.Kind}");
        return Field<Word>.Unusable(node.At);
    }

    // A number or flag without quotes is a text here, and an editor should not complain of it.
    public override JsonObject Schema() => new() { ["type"] = new JsonArray("string", "number", "boolean") };
}
