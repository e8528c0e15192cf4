using System.Text.Json.Nodes;

namespace Handoff.Connect.Channels.Chats;

/// <summary>A message of Slack's incoming webhooks (Block Kit).</summary>
internal static class SlackMessage
{
    /// <param name="text">What it says.</param>
    /// <param name="page">Where the button leads.</param>
    public static JsonObject Write(ChatText text, Uri page) => new()
    {
        // What a notification shows: nothing that somebody wrote.
        ["text"] = Escaped(text.Title),
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
        ["blocks"] = new JsonArray(
        [
            new JsonObject { ["type"] = "header", ["text"] = PlainText(text.Title) },
            .. text.Facts.Count == 0 ? Array.Empty<JsonNode>()
                : [new JsonObject { ["type"] = "section", ["text"] = PlainText(string.Join('\n', text.Facts)) }],
            new JsonObject
            {
                ["type"] = "actions",
                ["elements"] = new JsonArray(new JsonObject
                {
                    ["type"] = "button",
                    ["text"] = PlainText(text.Button),
                    ["url"] = page.AbsoluteUri,
                }),
            },
        ]),
    };

    private static JsonObject PlainText(string text) => new() { ["type"] = "plain_text", ["text"] = Escaped(text), ["emoji"] = false };

    /// <summary>Slack's three marks: with them a company's name could ring everybody's bell.</summary>
    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
