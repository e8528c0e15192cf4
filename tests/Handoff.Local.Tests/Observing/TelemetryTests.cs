using System.Net;
using Handoff.Local.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace Handoff.Local.Tests.Observing;

/// <summary>What is seen from outside, received as a collector receives it from the host itself.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_lead_has_one_trace_from_the_webhook_to_the_click()
    {
        await using var collector = await Collector.StartAsync();
        await using var host = await RunningHost.StartAsync(collector.Settings);

        var lead = await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(1);
        var offer = (await host.LastMailAsync("offer")).Offer;
        await host.OpenAsync(offer);
        await host.PressAsync(offer, "accept");
        await host.OpenAsync($"/api/leads/{lead.Id}", "DELETE");
        Flush(host);

        var spans = collector.Spans.Where(span => span.Trace == lead.Id).ToList();
        Assert.Contains(
            spans, span =>
            span.Name == "intake" && span.Tags["handoff.outcome"] == "qualified" && span.Tags["handoff.source"] == "website");
        Assert.Contains(spans, span => span.Name == "turn" && span.Tags["handoff.events"].Contains("received", StringComparison.Ordinal));
        Assert.Contains(spans, span => span.Name == "turn" && span.Tags["handoff.events"].Contains("offered", StringComparison.Ordinal));
        Assert.Contains(
            spans, span =>
            span.Name == "delivery" && span.Tags["handoff.message.kind"] == "offer" && span.Tags["handoff.outcome"] == "accepted");
        Assert.Contains(spans, span => span.Name == "link opened" && span.Tags["handoff.purpose"] == "Offer");
        Assert.Contains(
            spans, span =>
            span.Name == "link posted" && span.Tags["handoff.action"] == "accept" && span.Tags["handoff.notice"] == "YouAccepted");
        Assert.Contains(
            spans, span => span.Name == "turn" && span.Tags["handoff.commands"] == "EraseLead" && span.Tags["handoff.status"] == "erased");
        // A turn that changed nothing is not told.
        Assert.All(spans.Where(span => span.Name == "turn"), turn => Assert.NotEmpty(turn.Tags["handoff.events"]));
    }

    [Fact]
    public async Task What_a_request_did_to_a_lead_is_linked_to_the_request()
    {
        await using var collector = await Collector.StartAsync();
        await using var host = await RunningHost.StartAsync(collector.Settings);
        const string Caller = "4bf92f3577b34da6a3ce929d0e0e4736";
        host.Http.DefaultRequestHeaders.Add("traceparent", $"00-{Caller}-00f067aa0ba902b7-01");

        var lead = await host.ReceiveAsync(Calls.Ada);
        Flush(host);

        var intake = Assert.Single(collector.Spans, span => span.Trace == lead.Id && span.Name == "intake");
        Assert.Equal(Caller, Assert.Single(intake.LinkedTraces));
        Assert.Contains(collector.Spans, span => span.Trace == Caller && span.Name == "POST /api/leads/{source}");
    }

    [Fact]
    public async Task An_alert_has_a_trace_of_its_own_and_leaves_a_mark_in_the_leads()
    {
        await using var collector = await Collector.StartAsync();
        await using var host = await RunningHost.StartAsync(collector.Settings);

        var lead = await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(15);
        Flush(host);

        var mark = collector.Spans.First(span => span.Trace == lead.Id && span.Name == "alert mail");
        Assert.Equal("accepted", mark.Tags["handoff.outcome"]);
        var delivery = collector.Spans.First(
            span => span.Name == "delivery" && span.Trace == mark.LinkedTraces[0] && span.LinkedTraces.Contains(lead.Id));
        Assert.Contains(
            collector.Spans, span => span.Name == "alert turn" && span.Trace == delivery.Trace && span.LinkedTraces.Contains(lead.Id));
    }

    [Fact]
    public async Task Its_figures_arrive_with_their_units()
    {
        await using var collector = await Collector.StartAsync();
        await using var host = await RunningHost.StartAsync(collector.Settings);

        await host.ReceiveAsync(Calls.Ada);
        await host.AdvanceMinutesAsync(30);
        await host.PressAsync((await host.LastMailAsync("offer")).Offer, "accept");
        Flush(host);

        string[] expected =
        [
            "handoff.leads {lead}", "handoff.leads.open {lead}", "handoff.intake.answers {answer}", "handoff.intake.waiting {lead}",
                "handoff.deliveries {attempt}",
            "handoff.breaches {breach}", "handoff.acceptance.duration s", "handoff.store.commit.duration s",
                "handoff.reconciler.looks {look}",
            "handoff.reconciler.lateness s", "handoff.alert.lateness s", "http.server.request.duration s",
        ];
        Assert.Superset(expected.ToHashSet(), collector.Metrics.ToHashSet());
    }

    [Fact]
    public async Task Nothing_personal_and_no_link_leaves_with_it_even_when_everything_is_logged()
    {
        await using var collector = await Collector.StartAsync();
        var settings = collector.Settings;
        foreach (var category in new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics",
            "System" })
        {
            settings[$"Logging:LogLevel:{category}"] = "Trace";
            settings[$"Logging:OpenTelemetry:LogLevel:{category}"] = "Trace";
        }

        await using var host = await RunningHost.StartAsync(settings);
        var lead = await host.ReceiveAsync(new
        {
            email = "zenobia.quux@hostile.example",
            name = "Zenobia <script>Quux</script>",
            company = "Hostile\r\nWorks",
            phone = "+39 02 7654321",
            country = "IT",
            form = "demo",
            message = "Unmistakable words",
        });
        using (var bad = await host.PostLeadAsync(new { email = "zenobia.quux at hostile.example", name = "Zenobia Quux" }))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        await host.OpenAsync("/zenobia.quux@hostile.example?name=Zenobia");
        await host.AdvanceMinutesAsync(15);
        var offer = (await host.LastMailAsync("offer")).Offer;
        await host.OpenAsync(offer);
        await host.PressAsync(offer, "zenobia");
        await host.PressAsync(offer, "accept", ("note", "She prefers the unmistakable morning."));
        // The page of the meeting is no link of a person.
        var links = (await host.MailsAsync()).SelectMany(mail => mail.Links).Where(link => link.Rel != "meeting")
            .Select(link => link.Path[3..]).ToArray();
        await host.OpenAsync($"/api/leads/{lead.Id}", "DELETE");
        Flush(host);

        Assert.Contains(collector.Spans, span => span.Trace == lead.Id && span.Tags.GetValueOrDefault("handoff.action") == "other");
        Assert.NotEmpty(collector.Raw("/v1/logs"));
        foreach (var told in new[] { host.Log.Text, collector.Raw("/v1/logs"), collector.Raw("/v1/traces"), collector.Raw("/v1/metrics") })
        {
            foreach (var personal in links.Concat(
                ["zenobia", "quux", "hostile", "7654321", "unmistakable", "anna.greco", "bruno.riva", "marta.villa", "script"]))
                Assert.DoesNotContain(personal, told, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void Flush(RunningHost host)
    {
        host.Services.GetRequiredService<TracerProvider>().ForceFlush();
        host.Services.GetRequiredService<MeterProvider>().ForceFlush();
        host.Services.GetRequiredService<LoggerProvider>().ForceFlush();
    }
}
