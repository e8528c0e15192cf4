using Handoff.Local.Tests.Hosting;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handoff.Local.Tests.Security;

/// <summary>Nobody writes into the log what did not happen: neither a line of their own, nor signs that steer a terminal.</summary>
public sealed class LogInjectionTests
{
    private const string Forged = "x\r\n\u001b[2J\u001b[31mFORGED\u2028FORGED";

    [Fact]
    public async Task Nothing_that_is_sent_anywhere_stands_in_the_log()
    {
        await using var host = await RunningHost.StartAsync();
        var lead = await host.ReceiveAsync(
            new
            {
                email = "ada@analytical.example",
                name = Forged,
                company = Forged,
                job_title = Forged,
                message = Forged,
                country = "IT",
                form = "demo",
                other = Forged
            });
        await host.AdvanceMinutesAsync(5);
        var (offer, manage) = ((await host.LastMailAsync("offer")).Offer, (await host.LastMailAsync("breach")).Manage);
        var escaped = Uri.EscapeDataString(Forged);
        foreach (var path in new[] { $"/{escaped}", $"/r/{escaped}", $"/leads/{escaped}", $"/api/leads/{escaped}",
            $"/board?team={escaped}", $"/signin/{escaped}", $"/mailbox?id={escaped}", $"/assets/{escaped}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("User-Agent", "FORGED");
            request.Headers.TryAddWithoutValidation("Accept-Language", "FORGED");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", "FORGED");
            request.Headers.TryAddWithoutValidation("Cookie", "handoff-session=FORGED");
            using var answer = await host.Http.SendAsync(request);
        }

        using (var posted = await host.PostBodyAsync(new StringContent("FORGED", null, "application/json"), escaped, "FORGED", "FORGED"))
        using (var again = await host.PostBodyAsync(new StringContent("{FORGED", null, "application/json"), "website", "demo", "FORGED"))
            Assert.False(posted.IsSuccessStatusCode || again.IsSuccessStatusCode);
        await host.PressAsync(offer, "decline", ("reason", Forged), ("note", Forged));
        await host.PressAsync(manage, "assign", ("rep", Forged), ("until", Forged));
        await host.PressAsync("/signin", Forged, ("address", Forged));
        await host.TellOutcomeAsync(lead.Id, new { outcome = Forged, reason = Forged, currency = Forged });

        Assert.DoesNotContain("FORGED", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', host.Log.Text);
    }

    [Fact]
    public async Task A_mistake_in_a_file_is_one_line_of_text_and_short()
    {
        await using var host = await RunningHost.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(host.Folder, "agreement")).FullName;
        var value = $"\"\\e[31m\\nFORGED\\r{new string('x', 100_000)}\"";
        File.WriteAllText(Path.Combine(folder, "agreement.yaml"), $"{value}: 1\ntime_zone: {value}\n");
        File.WriteAllText(Path.Combine(folder, "people.yaml"), $"calendars: {{ office: {{ time_zone: {value}, open: {value} }} }}\n");
        File.WriteAllText(Path.Combine(folder, "sources.yaml"), $"sources: [{{ name: {value}, format: {value} }}]\n");

        var read = Assert.IsType<FolderReading.Refused>(
            Handoff.Local.Agreements.FolderLoader.Read(folder, host.Services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant()));
        host.Services.GetRequiredService<CompanyInForce>().Refuse(read.Mistakes);

        Assert.NotEmpty(read.Mistakes);
        Assert.All(read.Mistakes, mistake =>
        {
            Assert.DoesNotContain(mistake.ToString(), char.IsControl);
            Assert.InRange(mistake.ToString().Length, 1, 1_000);
        });
        Assert.Contains(read.Mistakes, mistake => mistake.Message.Contains("\\u001b[31m", StringComparison.Ordinal));
    }
}
