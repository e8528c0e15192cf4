using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Local.Tests.Channels;

/// <summary>News in a chat: everybody there reads them, so no person is named and no link acts.</summary>
public sealed class ChatTests
{
    private static readonly object Hostile = new
    {
        email = "ada@analytical.example", name = "Ada Lovelace", company = "<!channel> [Click](https://evil.example) & Co", country = "IT",
        form = "demo",
    };

    [Fact]
    public async Task Slack_gets_the_offer_with_a_button_to_the_page_and_what_somebody_wrote_rings_no_bell()
    {
        var (body, lead, host) = await OfferAsync("slack");
        Assert.Equal("A lead waits for an answer", body.GetProperty("text").GetString());
        var blocks = body.GetProperty("blocks");
        var facts = blocks[1].GetProperty("text");
        Assert.Equal("plain_text", facts.GetProperty("type").GetString());
        Assert.StartsWith("&lt;!channel&gt; [Click]", facts.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Tier hot", facts.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal($"{host}leads/{lead}", blocks[2].GetProperty("elements")[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Teams_gets_an_adaptive_card_whose_text_is_no_markdown()
    {
        var (body, lead, host) = await OfferAsync("teams");
        var card = body.GetProperty("attachments")[0].GetProperty("content");
        Assert.Equal(("AdaptiveCard", "1.4"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()));
        Assert.All(card.GetProperty("body").EnumerateArray(), part => Assert.Equal("RichTextBlock", part.GetProperty("type").GetString()));
        Assert.Equal(
            "<!channel> [Click](https://evil.example) & Co",
            card.GetProperty("body")[1].GetProperty("inlines")[0].GetProperty("text").GetString());
        Assert.Equal($"{host}leads/{lead}", card.GetProperty("actions")[0].GetProperty("url").GetString());
    }

    private static async Task<(JsonElement Body, string Lead, string Host)> OfferAsync(string type)
    {
        await using var endpoint = await Endpoint.StartAsync();
        using var folder = new ChannelFolder($"""
            channels:
              - name: room
                type: {type}
                url: {endpoint.Url}
                allow_private: true
            """);
        await using var host = await folder.ServeAsync();
        var lead = (await host.ReceiveAsync(Hostile)).Id;
        var sent = Assert.Single(endpoint.Taken);
        Assert.DoesNotMatch(@"\bAda\b", sent.Body);
        foreach (var personal in new[] { "Lovelace", "ada@", "/r/", "/m/" })
            Assert.DoesNotContain(personal, sent.Body, StringComparison.Ordinal);
        return (sent.Json, lead, host.Services.GetRequiredService<Handoff.Service.Links.Site>().BaseAddress.AbsoluteUri);
    }
}
