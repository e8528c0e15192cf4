using System.Net;
using Handoff.Local.Tests.Hosting;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>The log holds nothing personal (promise 7).</summary>
public sealed class LogTests
{
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
