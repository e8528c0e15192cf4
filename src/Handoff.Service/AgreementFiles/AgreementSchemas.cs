using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Handoff.Service.AgreementFiles.Forms;

namespace Handoff.Service.AgreementFiles;

/// <summary>
/// The JSON Schemas (draft 7) of the files, for editors. They are written by the shapes that read the files, so they know the same
/// keys; the copies under <c>docs/schemas</c> are compared with these by a test.
/// </summary>
public static class AgreementSchemas
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schemas as texts, by the name of the file that they describe.</summary>
    /// <returns>Texts, each ending in a line feed.</returns>
    public static ImmutableDictionary<string, string> All() => ImmutableDictionary<string, string>.Empty
        .Add(AgreementForm.File, Write("The agreement between marketing and sales", AgreementForm.Shape.Schema()))
        .Add(PeopleForm.File, Write("Who sells, when they work, and who answers for them", PeopleForm.Shape.Schema()))
        .Add(SourcesForm.File, Write("Where leads come from", SourcesForm.Shape.Schema()))
        .Add(ChannelsForm.File, Write("Who is told what happens to leads", ChannelsForm.Shape.Schema()));

    private static string Write(string title, JsonObject schema)
    {
        var document = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in schema)
            document[key] = value?.DeepClone();
        return document.ToJsonString(Readable) + "\n";
    }
}
