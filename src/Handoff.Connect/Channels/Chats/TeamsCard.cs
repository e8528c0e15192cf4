using System.Text.Json.Nodes;

namespace Handoff.Connect.Channels.Chats;

/// <summary>An Adaptive Card for a Workflows address of Microsoft Teams. What somebody wrote stands in runs of text, which no mark
/// changes.</summary>
internal static class TeamsCard
{
    /// <param name="text">What it says.</param>
    /// <param name="page">Where the button leads.</param>
    public static JsonObject Write(ChatText text, Uri page) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject
            {
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["type"] = "AdaptiveCard",
                ["version"] = "1.4",
                ["body"] = new JsonArray([Run(text.Title, isTitle: true), .. text.Facts.Select(fact => Run(fact, isTitle: false))]),
                ["actions"] = new JsonArray(new JsonObject
                {
                    ["type"] = "Action.OpenUrl",
                    ["title"] = text.Button,
                    ["url"] = page.AbsoluteUri,
                }),
            },
        }),
    };

    private static JsonObject Run(string text, bool isTitle)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (isTitle)
            (run["weight"], run["size"]) = ("Bolder", "Medium");
        return new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }
}
