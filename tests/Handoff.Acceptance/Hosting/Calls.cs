using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Handoff.Acceptance.Hosting;

/// <summary>What the people and programs around the product do, each over HTTP.</summary>
public static class Calls
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    public static object Ada { get; } = Demo("ada@analytical.example");

    /// <summary>Who asks from where another team sells.</summary>
    public static object Sam { get; } =
        new { email = "sam@other.example", name = "Sam Smith", company = "Other Inc", country = "US", form = "demo" };

    /// <summary>Who asks for a demo: 60 points for that, 10 for the business address, tier hot.</summary>
    public static object Demo(string email) =>
        new { email, name = "Ada Lovelace", company = "Analytical Engines", country = "IT", form = "demo" };

    public static Task<HttpResponseMessage> PostLeadAsync(this ProductHost host, object fields, string? idempotencyKey = null) =>
        host.PostBodyAsync(
            new StringContent(JsonSerializer.Serialize(fields, Json), Encoding.UTF8, "application/json"), idempotencyKey: idempotencyKey);

    public static async Task<HttpResponseMessage> PostBodyAsync(
        this ProductHost host, HttpContent body, string source = "website", string key = "demo", string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/leads/{source}") { Content = body };
        request.Headers.Add("X-Handoff-Key", key);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await host.Http.SendAsync(request);
    }

    /// <summary>Posts a lead that is taken, and lets the host do what follows.</summary>
    public static async Task<Receipt> ReceiveAsync(this ProductHost host, object fields, string? idempotencyKey = null)
    {
        using var answer = await host.PostLeadAsync(fields, idempotencyKey);
        return await host.ReceiptAsync(answer);
    }

    public static async Task<Receipt> ReceiptAsync(this ProductHost host, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var receipt = (await answer.Content.ReadFromJsonAsync<Receipt>(Json))!;
        Assert.Equal($"/api/leads/{receipt.Id}", answer.Headers.Location?.OriginalString);
        await host.SettleAsync();
        return receipt;
    }

    public static async Task<SeenLead> LeadAsync(this ProductHost host, string id) =>
        (await host.Http.GetFromJsonAsync<SeenLead>($"/api/leads/{id}", Json))!;

    /// <summary>The last mail of that kind, to that person if one is named.</summary>
    public static async Task<SeenMail> LastMailAsync(this ProductHost host, string kind, string? to = null)
    {
        var mails = await host.MailsAsync();
        return mails.LastOrDefault(mail => mail.Kind == kind && (to is null || mail.To == to))
            ?? throw new InvalidOperationException(
                $"No {kind} to {to ?? "anybody"} among {string.Join(", ", mails.Select(mail => $"{mail.Kind} to {mail.To}"))}");
    }

    /// <summary>Presses a button on a link's page, and lets the host do what follows. Returns the status and the page.</summary>
    public static async Task<(HttpStatusCode Status, string Page)> PressAsync(
        this ProductHost host, string path, string action, params (string Name, string Value)[] with)
    {
        using var form =
            new FormUrlEncodedContent(with.Append(("action", action)).ToDictionary(field => field.Item1, field => field.Item2));
        using var answer = await host.Http.PostAsync(new Uri(path, UriKind.Relative), form);
        var page = await answer.Content.ReadAsStringAsync();
        await host.SettleAsync();
        return (answer.StatusCode, page);
    }

    /// <summary>A page as somebody reads it: without its tags.</summary>
    public static string Read(string page) =>
        WebUtility.HtmlDecode(string.Concat(page.Split('<').Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..])));

    public static async Task<(HttpStatusCode Status, string Page)> OpenAsync(this ProductHost host, string path, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await host.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<HttpStatusCode> TellOutcomeAsync(this ProductHost host, string id, object outcome)
    {
        using var answer = await host.Http.PostAsJsonAsync($"/api/leads/{id}/outcome", outcome, Json);
        await host.SettleAsync();
        return answer.StatusCode;
    }

    /// <summary>Withdraws a person's consent, as a preference centre does.</summary>
    public static async Task<HttpStatusCode> WithdrawConsentAsync(this ProductHost host, string id, string contact = "no")
    {
        using var answer = await host.Http.PostAsJsonAsync($"/api/leads/{id}/consent", new { contact }, Json);
        return answer.StatusCode;
    }

    /// <summary>Tells a figure that another tool measures.</summary>
    public static async Task<HttpStatusCode> TellMetricAsync(this ProductHost host, object metric)
    {
        using var answer = await host.Http.PostAsJsonAsync("/api/metrics", metric, Json);
        return answer.StatusCode;
    }

    /// <summary>Appoints a head.</summary>
    public static async Task<HttpStatusCode> AppointAsync(this ProductHost host, object head)
    {
        using var answer = await host.Http.PostAsJsonAsync("/api/agreement/heads", head, Json);
        await host.SettleAsync();
        return answer.StatusCode;
    }

    public static async Task<SeenPerson[]> PeopleAsync(this ProductHost host) =>
        (await host.Http.GetFromJsonAsync<SeenPerson[]>("/api/people", Json))!;

    /// <summary>Tells by the API that somebody is away or back.</summary>
    public static async Task<HttpStatusCode> TellAbsenceAsync(this ProductHost host, string email, object absence)
    {
        var people = await host.PeopleAsync();
        using var answer =
            await host.Http.PostAsJsonAsync($"/api/people/{people.Single(person => person.Email == email).Id}/absence", absence, Json);
        await host.SettleAsync();
        return answer.StatusCode;
    }
}
