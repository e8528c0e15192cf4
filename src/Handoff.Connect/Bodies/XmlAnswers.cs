using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Handoff.Connect.Bodies;

/// <summary>
/// Reads a form that is written as XML: an element for each answer, several of one name for several answers. Without document types and
/// without anything of another file.
/// </summary>
internal static class XmlAnswers
{
    /// <summary>A form is flat; what lies deeper is none.</summary>
    private const int Deepest = 8;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The answers as JSON has them, each name with its list; null: it is no XML, or no form.</summary>
    /// <param name="holder">An element with the answers, beside which the page is told; where it is missing, all are answers.</param>
    public static (JsonObject Answers, IReadOnlyDictionary<string, string> Beside)? Read(Stream xml, string holder)
    {
        try
        {
            using var reader = XmlReader.Create(xml, Strict);
            return Read(XDocument.Load(reader).Root!, holder);
        }
        catch (XmlException)
        {
            // Its message quotes the body.
            return null;
        }
    }

    private static (JsonObject, IReadOnlyDictionary<string, string>)? Read(XElement root, string holder)
    {
        if (root.DescendantsAndSelf().Any(one => one.Ancestors().Count() > Deepest))
            return null;
        var inner = root.Name.LocalName == holder ? null : root.Elements().FirstOrDefault(one => one.Name.LocalName == holder);
        var answers = new JsonObject();
        foreach (var name in (inner ?? root).Elements().GroupBy(one => one.Name.LocalName, StringComparer.Ordinal))
            answers[name.Key] = new JsonArray([.. name.SelectMany(TextsOf).Select(text => (JsonNode)text)]);
        var beside = inner is null ? [] : root.Elements().Where(one => one != inner && !one.HasElements)
            .GroupBy(one => one.Name.LocalName, StringComparer.Ordinal);
        return (answers, beside.ToDictionary(one => one.Key, one => one.Last().Value, StringComparer.Ordinal));
    }

    /// <summary>An answer's text, or those of the parts that it has.</summary>
    private static IEnumerable<string> TextsOf(XElement answer) =>
        answer.HasElements ? answer.Descendants().Where(one => !one.HasElements).Select(one => one.Value) : [answer.Value];
}
