using System.Net;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance.Desk;

/// <summary>The report, the meeting and what the two heads decide, on a host.</summary>
public abstract class MeetingTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    private const string Giulia = "giulia.ferri@acme.example";
    private const string Paolo = "paolo.conti@acme.example";

    [HostFact]
    public async Task Both_heads_get_the_weeks_report_on_Monday_morning_and_its_owner_is_reminded_of_a_decision()
    {
        await using var host = await THost.StartAsync();
        var giulia = await Reader.SignedInAsync(host, Giulia);
        var page = await giulia.GetAsync("/meeting");
        var due = host.Now.AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (string, string)[] decision =
        [
            ("action", "decide"), ("text", "Call within the hour"), ("owner", IdOf(page, "Paolo")), ("due", due), ("token", page.Token),
        ];
        Assert.Equal("/meeting?done=1", (await giulia.PostAsync("/meeting", decision)).Location);
        Assert.Contains("Call within the hour", (await giulia.GetAsync("/meeting")).Main, StringComparison.Ordinal);

        await host.AdvanceAsync(TimeSpan.FromDays(7), step: TimeSpan.FromHours(2));

        var mails = await host.MailsAsync();
        var reports = mails.Where(mail => mail.Kind == "report").ToList();
        Assert.Equal([Giulia, Paolo], reports.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(reports, mail => Assert.Contains("Call within the hour", mail.Text, StringComparison.Ordinal));
        Assert.Equal(Paolo, Assert.Single(mails, mail => mail.Kind == "decision_reminder").To);
        var list = await giulia.GetAsync("/reports");
        var kept = await giulia.GetAsync(list.Document.QuerySelector("main table a")!.GetAttribute("href")!);
        Assert.Contains("Call within the hour", kept.Main, StringComparison.Ordinal);
        Assert.Contains(reports.Single(mail => mail.To == Giulia).Subject, kept.Main, StringComparison.Ordinal);
        var alone = await giulia.GetAsync("/reports/1/mail");
        Assert.Contains("Call within the hour", alone.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/reports/1", reports[0].Link("report"), StringComparison.Ordinal);
        var dana = await Reader.SignedInAsync(host, "dana.lee@acme.example");
        Assert.Equal(HttpStatusCode.NotFound, (await dana.GetAsync("/reports/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dana.GetAsync("/reports/1/mail")).Status);
        Assert.DoesNotContain("/reports", (await dana.GetAsync("/meeting")).Main, StringComparison.Ordinal);
    }

    [HostFact]
    public async Task A_decision_without_a_day_is_not_written_down_and_only_a_head_writes_one()
    {
        await using var host = await THost.StartAsync();
        var giulia = await Reader.SignedInAsync(host, Giulia);
        var token = (await giulia.GetAsync("/meeting")).Token;
        var wrong = await giulia.PostAsync(
            "/meeting", ("action", "decide"), ("text", "x"), ("owner", Paolo), ("due", "tomorrow"), ("token", token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);

        var watcher = await Reader.SignedInAsync(host, "dana.lee@acme.example");
        var hers = (await watcher.GetAsync("/meeting")).Token;
        var refused = await watcher.PostAsync(
            "/meeting", ("action", "decide"), ("text", "x"), ("owner", Paolo), ("due", "2034-12-15"), ("token", hers));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    private static string IdOf(SeenPage page, string name) => page.Document.QuerySelectorAll("select[name=owner] option")
        .First(option => option.TextContent.Contains(name, StringComparison.Ordinal)).GetAttribute("value")!;
}
