using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles;

/// <summary>
/// A file as it is kept when it comes into force: what it says as JSON, which is YAML too, before <c>${NAME}</c> is replaced. Comments and
/// layout are no content. A source's key that the file itself holds, a default included, is a secret and left out.
/// </summary>
internal static class KeptFile
{
    /// <summary>What stands in the place of a key that the file holds.</summary>
    public const string Secret = "${HANDOFF_KEY_NOT_KEPT:-not-kept}";

    private const string SourceKey = SourcesForm.File + "/sources/key";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string name, YamlNode root) => Json(root, name)!.ToJsonString(Plain);

    private static JsonNode? Json(YamlNode node, string path) => node switch
    {
        YamlNode.Mapping mapping => new JsonObject(mapping.Entries.Select(
            entry => KeyValuePair.Create(entry.Key.Raw, Json(entry.Value, $"{path}/{entry.Key.Raw}")))),
        YamlNode.Sequence sequence => new JsonArray([.. sequence.Items.Select(item => Json(item, path))]),
        YamlNode.Scalar { IsNothing: true } => null,
        YamlNode.Scalar scalar => path == SourceKey && !IsReference(scalar.Raw) ? Secret : scalar.Raw,
        _ => throw new InvalidOperationException("A YAML node is a scalar, a sequence or a mapping."),
    };

    private static bool IsReference(string raw) =>
        raw.StartsWith("${", StringComparison.Ordinal) && raw.IndexOf('}', StringComparison.Ordinal) == raw.Length - 1
        && !raw.Contains(":-", StringComparison.Ordinal);
}
