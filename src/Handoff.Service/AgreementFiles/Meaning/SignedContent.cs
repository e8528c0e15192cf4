using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Handoff.Service.AgreementFiles.Yaml;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>
/// Names what a file says, whatever its comments, layout and quotes. The order of keys is no content; the order of a list is.
/// </summary>
internal static class SignedContent
{
    /// <summary>The SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(YamlNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Lengths before the texts keep two different contents from being written alike.
    private static void Write(YamlNode node, StringBuilder text)
    {
        switch (node)
        {
            case YamlNode.Scalar scalar:
                text.Append(CultureInfo.InvariantCulture, $"s{scalar.Value.Length}:{scalar.Value}");
                break;
            case YamlNode.Sequence sequence:
                text.Append(CultureInfo.InvariantCulture, $"l{sequence.Items.Length}:");
                foreach (var item in sequence.Items)
                    Write(item, text);
                break;
            case YamlNode.Mapping mapping:
                text.Append(CultureInfo.InvariantCulture, $"m{mapping.Entries.Length}:");
                foreach (var (key, value) in mapping.Entries.OrderBy(entry => entry.Key.Value, StringComparer.Ordinal))
                {
                    Write(key, text);
                    Write(value, text);
                }

                break;
            default:
                throw new InvalidOperationException("A YAML node is a scalar, a sequence or a mapping.");
        }
    }
}
