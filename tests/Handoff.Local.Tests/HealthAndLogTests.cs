using System.Net;
using System.Text.Json;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>How the product says that it is well; and that its log holds nothing personal (promise 7).</summary>
public sealed class HealthAndLogTests
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task It_says_that_it_is_well(string path)
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(path, "HEAD")).Status);
    }

    [Fact]
    public async Task Its_description_names_every_address_of_the_api()
    {
        await using var host = await RunningHost.StartAsync();

        var (status, text) = await host.OpenAsync("/openapi/v1.json");

        Assert.Equal(HttpStatusCode.OK, status);
        using var description = JsonDocument.Parse(text);
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();
        Assert.Superset(new HashSet<string> { "/api/leads/{source}", "/api/leads/{id}", "/api/leads/{id}/outcome", "/r/{token}", "/m/{token}" }, paths);
    }

    [Fact]
    public async Task A_lead_that_is_not_there_is_not_found()
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync("/api/leads/0123456789abcdef")).Status);
    }

    [Fact]
    public async Task Nothing_personal_and_no_link_is_logged()
    {
        await using var host = await RunningHost.StartAsync();
        var lead = await host.ReceiveAsync(new
        {
            email = "ada.lovelace@analytical.example",
            name = "Ada Lovelace",
            company = "Analytical Engines",
            phone = "+39 02 1234567",
            country = "IT",
            form = "demo",
        });
        using (var bad = await host.PostLeadAsync(new { email = "ada.lovelace at analytical.example", name = "Ada Lovelace" }))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        await host.AdvanceMinutesAsync(5);
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept", ("note", "She prefers the morning."));
        var tokens = (await host.MailsAsync()).SelectMany(mail => mail.Links).Select(link => link.Path[3..]).ToArray();
        await using var next = await host.CrashAndStartAgainAsync(TimeSpan.FromMinutes(45));
        await next.OpenAsync($"/api/leads/{lead.Id}", "DELETE");

        var log = host.Log.Text + next.Log.Text;
        Assert.Contains("overdue", log, StringComparison.Ordinal);
        foreach (var personal in tokens.Concat(["lovelace", "analytical", "1234567", "morning", "anna.greco", "bruno.riva", "marta.villa"]))
            Assert.DoesNotContain(personal, log, StringComparison.OrdinalIgnoreCase);
    }
}
