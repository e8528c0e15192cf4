using System.Text.Json;
using System.Text.Json.Nodes;

namespace Handoff.Web.Tests.OpenApi;

/// <summary>
/// What the description says today is committed, so that a change of it is seen; and one that breaks programs is told apart.
/// </summary>
public sealed class OpenApiContractTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Run it with HANDOFF_WRITE_SCHEMAS naming <c>docs/schemas</c> to write the committed description anew.</summary>
    [Fact]
    public async Task The_served_description_is_the_committed_one()
    {
        await using var site = await Site.StartAsync();
        var served = JsonNode.Parse(await site.Client.GetStringAsync("/openapi/v1.json"))!;
        var committed = await CommittedAsync();
        var changes = OpenApiChanges.Between(committed.Deserialize<JsonElement>(), served.Deserialize<JsonElement>());
        if (Environment.GetEnvironmentVariable("HANDOFF_WRITE_SCHEMAS") is { Length: > 0 } directory)
        {
            await File.WriteAllTextAsync(Path.Combine(directory, "openapi.json"), served.ToJsonString(Indented) + "\n");
            Assert.DoesNotContain(changes, change => change.Breaks);
            return;
        }

        Assert.Empty(changes.Select(change => $"{(change.Breaks ? "BREAKS PROGRAMS" : "added")}: {change.What}"));
        Assert.True(JsonNode.DeepEquals(committed, served), "The description's texts or examples changed: write the committed one anew.");
    }

    [Theory]
    [InlineData("paths./api/leads", null, "/api/leads is gone")]
    [InlineData("paths./api/keys/{id}.delete", null, "/api/keys/{id} delete is gone")]
    [InlineData("components.schemas.LeadItem.properties.tier", null, ".tier is gone")]
    [InlineData("components.schemas.LeadItem.properties.score.type", "\"string\"", "is string, not")]
    [InlineData("components.schemas.LeadItem.properties.status.enum", "[\"offered\"]", "value \"won\" is gone")]
    [InlineData(
        "paths./api/leads/{id}/outcome.post.requestBody.content.application/json.schema.required", "[\"outcome\",\"reason\"]",
        "reason is required now")]
    [InlineData("paths./api/leads/{id}.get.responses.404", null, "answer 404 is gone")]
    [InlineData("paths./api/leads.get.security", "[{\"key\":[\"administer\"]}]", "needs")]
    public async Task What_is_taken_away_narrowed_or_newly_asked_for_breaks(string at, string? by, string says)
    {
        var (before, after) = (await CommittedAsync(), await CommittedAsync());
        Change(after, at, by);

        var breaks = OpenApiChanges.Between(before.Deserialize<JsonElement>(), after.Deserialize<JsonElement>())
            .Where(change => change.Breaks).ToList();

        Assert.Contains(breaks, change => change.What.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("paths./api/more", "{}")]
    [InlineData("components.schemas.LeadItem.properties.more", "{\"type\":\"string\"}")]
    [InlineData(
        "paths./api/leads/{id}/outcome.post.requestBody.content.application/json.schema.properties.more", "{\"type\":\"string\"}")]
    [InlineData("paths./api/leads/{id}.get.responses.410", "{\"description\":\"Gone.\"}")]
    public async Task What_is_added_is_told_and_breaks_nothing(string at, string by)
    {
        var (before, after) = (await CommittedAsync(), await CommittedAsync());
        Change(after, at, by);

        var changes = OpenApiChanges.Between(before.Deserialize<JsonElement>(), after.Deserialize<JsonElement>());

        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.False(change.Breaks, change.What));
    }

    [Fact]
    public async Task Everything_that_programs_send_and_get_has_a_shape_and_an_example()
    {
        var document = await CommittedAsync();
        List<string> bare = [];
        var paths = document["paths"]!.AsObject().Where(path => path.Key.StartsWith("/api/", StringComparison.Ordinal));
        foreach (var (path, operations) in paths)
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                foreach (var (status, answer) in operation!["responses"]!.AsObject())
                    Look($"{method} {path} {status}", answer!["content"]);
                Look($"{method} {path}", operation["requestBody"]?["content"]);
            }
        }

        Assert.Empty(bare);

        void Look(string where, JsonNode? content)
        {
            foreach (var (media, one) in content?.AsObject() ?? [])
            {
                if (media.EndsWith("json", StringComparison.Ordinal) && (one!["example"] is null || IsBare(document, one["schema"]!)))
                    bare.Add($"{where} {media}");
            }
        }
    }

    private static bool IsBare(JsonNode document, JsonNode schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            schema = document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!;
        return schema["properties"] is null && schema["items"] is null;
    }

    private static async Task<JsonNode> CommittedAsync() =>
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schemas", "openapi.json")))!;

    /// <summary>Takes a member away, or puts another in its place.</summary>
    private static void Change(JsonNode document, string at, string? by)
    {
        var parts = at.Split('.');
        var within = parts[..^1].Aggregate(document, (node, part) => node[part]!).AsObject();
        within.Remove(parts[^1]);
        if (by is not null)
            within[parts[^1]] = JsonNode.Parse(by);
    }
}
