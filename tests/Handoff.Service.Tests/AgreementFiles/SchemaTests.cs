using System.Globalization;
using System.Text.Json.Nodes;
using Handoff.Service.AgreementFiles;
using Handoff.Service.AgreementFiles.Yaml;
using NJsonSchema;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class SchemaTests
{
    public static TheoryData<string> Names => ["agreement.yaml", "people.yaml", "sources.yaml"];

    /// <summary>Run the tests with HANDOFF_WRITE_SCHEMAS naming <c>docs/schemas</c> to write them anew.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    [InlineData("channels.yaml")]
    public void The_committed_schema_knows_what_the_reader_knows(string name)
    {
        var schema = AgreementSchemas.All()[name];
        var file = Path.ChangeExtension(name, ".schema.json");
        if (Environment.GetEnvironmentVariable("HANDOFF_WRITE_SCHEMAS") is { Length: > 0 } directory)
        {
            File.WriteAllText(Path.Combine(directory, file), schema);
            return;
        }

        Assert.Equal(schema, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schemas", file)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_sample_meets_its_schema(string name) => Assert.Empty(await Wrong(name, Acme.Files[name]));

    [Theory]
    [InlineData("agreement.yaml", "within: 30m", "wihtin: 30m")]
    [InlineData("agreement.yaml", "within: 30m", "within: 30")]
    [InlineData("agreement.yaml", "qualified_at: 40", "qualified_at: forty")]
    [InlineData("agreement.yaml", "then: nurture", "then: nourish")]
    [InlineData("agreement.yaml", "organisation: Acme S.p.A.", "")]
    [InlineData("people.yaml", "strategy: least_loaded", "strategy: least")]
    [InlineData("people.yaml", "weight: 2", "wieght: 2")]
    [InlineData("sources.yaml", "format: json", "format: xml")]
    public async Task What_the_reader_refuses_does_not_meet_it(string name, string text, string by)
    {
        var files = Acme.Files.With(name, text, by);

        Assert.NotEmpty(Acme.Mistakes(files));
        Assert.NotEmpty(await Wrong(name, files[name]));
    }

    private static async Task<IEnumerable<string>> Wrong(string name, string text)
    {
        var schema = await JsonSchema.FromJsonAsync(AgreementSchemas.All()[name]);
        var root = YamlComposer.Compose(name, text, Acme.NothingSet, new Findings())!;
        return schema.Validate(Json(root)!.ToJsonString()).Select(error => error.ToString());
    }

    // As an editor reads it: the core schema of YAML 1.2.
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlNode.Mapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Raw, Json(entry.Value)))),
        YamlNode.Sequence sequence => new JsonArray([.. sequence.Items.Select(Json)]),
        YamlNode.Scalar { IsPlain: true } plain when long.TryParse(
            plain.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        YamlNode.Scalar { IsPlain: true, Raw: "true" or "false" } flag => flag.Raw == "true",
        YamlNode.Scalar { IsNothing: true } => null,
        YamlNode.Scalar text => text.Raw,
        _ => throw new InvalidOperationException("A YAML node is a scalar, a sequence or a mapping."),
    };
}
