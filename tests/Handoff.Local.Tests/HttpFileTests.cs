using System.Text;
using System.Text.Json;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary><c>docs/handoff.http</c> works as it is: each request is sent, in order, as an editor does.</summary>
public sealed class HttpFileTests
{
    [Fact]
    public async Task Every_request_of_the_file_is_answered()
    {
        await using var host = await RunningHost.StartAsync();
        var answers = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "docs", "handoff.http"));
        var asked = text.ReplaceLineEndings("\n").Split("\n###").Skip(1).ToList();

        Assert.True(asked.Count > 15);
        foreach (var one in asked)
        {
            var lines = Filled(one, answers).Split('\n').Skip(1).ToList();
            var name = lines.Find(line => line.StartsWith("# @name ", StringComparison.Ordinal))?[8..];
            lines.RemoveAll(line => line.StartsWith('#'));
            var first = lines[0].Split(' ');
            using var request = new HttpRequestMessage(new(first[0]), first[1]["http://127.0.0.1:5080".Length..]);
            var end = lines.IndexOf("") is var at and > 0 ? at : lines.Count;
            var headers = lines[1..end].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            if (string.Join('\n', lines[end..]).Trim() is { Length: > 0 } body)
                request.Content = new StringContent(body, Encoding.UTF8, headers["Content-Type"]);
            foreach (var (header, value) in headers.Where(header => header.Key != "Content-Type"))
                request.Headers.Add(header, value);
            using var answer = await host.Http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{lines[0]}: {answer.StatusCode}");
            if (name is not null)
                answers[name] = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        }
    }

    private static string Filled(string text, Dictionary<string, JsonElement> answers)
    {
        text = text.Replace("{{host}}", "http://127.0.0.1:5080", StringComparison.Ordinal);
        foreach (var (name, answer) in answers)
        {
            foreach (var member in answer.EnumerateObject())
                text = text.Replace($"{{{{{name}.response.body.$.{member.Name}}}}}", member.Value.ToString(), StringComparison.Ordinal);
        }

        return text;
    }
}
