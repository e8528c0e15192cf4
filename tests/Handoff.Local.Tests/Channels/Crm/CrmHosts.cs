using System.Net;
using System.Security.Cryptography;
using System.Text;
using Handoff.Local.Tests.Hosting;
using Handoff.Service.Links;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Local.Tests.Channels.Crm;

/// <summary>What tests of CRMs do with a host.</summary>
internal static class CrmHosts
{
    /// <summary>So long a CRM leaves a lead alone between two writes.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(12);

    /// <summary>Lets what rests be written.</summary>
    public static Task WriteAsync(this RunningHost host) => host.AdvanceAsync(Pause, Pause);

    /// <summary>A lead that a rep has accepted.</summary>
    public static async Task<string> AcceptedAsync(this RunningHost host, string email = "ada@analytical.example")
    {
        var lead = (await host.ReceiveAsync(Calls.Demo(email))).Id;
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        return lead;
    }

    /// <summary>Takes back what was just told, by the last link of the page that confirmed it.</summary>
    public static async Task TakeBackAsync(this RunningHost host, string page)
    {
        var link = page[page.LastIndexOf("/r/", StringComparison.Ordinal)..];
        var (status, _) = await host.PressAsync(link[..link.IndexOf('"', StringComparison.Ordinal)], "undo");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    /// <summary>HubSpot tells that deals have changed.</summary>
    public static Task<HttpStatusCode> TellDealsAsync(this RunningHost host, params string[] deals) =>
        host.TellAsync("[" + string.Join(",", deals.Select((deal, number) => Change(deal, number))) + "]");

    public static string Change(string deal, int number = 0, string more = "") => $$"""
        {"eventId":{{100 + number}},"subscriptionId":1234,"portalId":12345678,"appId":1601234,"occurredAt":1796029200000,
        "subscriptionType":"deal.propertyChange","attemptNumber":0,"objectId":{{deal}},"propertyName":"dealstage",
        "propertyValue":"closedwon","changeSource":"CRM_UI","sourceId":"userId:987"{{more}}}
        """;

    /// <summary>HubSpot posts a body, signed in its third version.</summary>
    public static async Task<HttpStatusCode> TellAsync(
        this RunningHost host, string body, string secret = HubspotStandIn.Secret, TimeSpan late = default, string channel = "hubspot",
        string? sent = null)
    {
        var path = $"api/events/hubspot/{channel}";
        var url = host.Services.GetRequiredService<Site>().BaseAddress.AbsoluteUri + path;
        var time = $"{(host.Now - late).ToUnixTimeMilliseconds()}";
        var signature = Convert.ToBase64String(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"POST{url}{body}{time}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{path}")
        {
            Content = new StringContent(sent ?? body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-HubSpot-Signature-v3", signature);
        request.Headers.Add("X-HubSpot-Request-Timestamp", time);
        using var answer = await host.Http.SendAsync(request);
        await host.SettleAsync();
        return answer.StatusCode;
    }
}
