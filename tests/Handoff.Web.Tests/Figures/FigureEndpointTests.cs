using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Handoff.Figures;
using Handoff.Web.Figures;
using NodaTime;

namespace Handoff.Web.Tests.Figures;

/// <summary>The scorecard and the reports of other tools, as programs see them.</summary>
public sealed class FigureEndpointTests
{
    [Fact]
    public async Task A_program_reads_the_figures_of_a_period()
    {
        await using var site = await Site.StartAsync();

        using var answer = await AskAsync(site, "/api/scorecard?period=2026-11");

        var card = await answer.JsonAsync();
        Assert.Equal((200, 1, "2026-11"), (
            (int)answer.StatusCode, card.GetProperty("version").GetInt32(), card.GetProperty("period").GetProperty("name").GetString()));
        Assert.Equal("2026-11-24T09:00:00Z", card.GetProperty("asOf").GetString());
        var rate = card.GetProperty("commitments").EnumerateArray()
            .Single(one => one.GetProperty("promise").GetProperty("metric").GetString() == "acceptance_rate");
        Assert.Equal("share", rate.GetProperty("now").GetProperty("kind").GetString());
        var share = rate.GetProperty("now").GetProperty("of");
        Assert.Equal(["s", "n", "low", "high", "rate"], share.EnumerateObject().Select(one => one.Name));
        Assert.Equal(("marketing", "month"), (
            rate.GetProperty("promise").GetProperty("by").GetString(), rate.GetProperty("promise").GetProperty("per").GetString()));
    }

    [Fact]
    public async Task A_spreadsheet_reads_the_same_with_commas_points_and_a_byte_order_mark()
    {
        await using var site = await Site.StartAsync();

        using var answer = await AskAsync(site, "/api/scorecard?period=2026-11&format=csv");

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("section,name,value,period,count,of,low,high,amount,currency,target,standing", lines[0]);
        // The agreement came into force this morning: the target is a part of 120.
        Assert.Matches("^commitment,qualified_leads,marketing,2026-11,0,,,,,,at_least [0-9]+,early$", lines[2]);
        Assert.All(lines[..^1], line => Assert.Equal(12, line.Split(',').Length));
    }

    [Fact]
    public void A_campaign_that_a_spreadsheet_would_run_is_guarded()
    {
        var share = ShareFigure.Of(1, 2);
        var card = Empty with
        {
            Slices = [new("campaign", [new("=cmd|'/c calc'!A0", 2, share, share, share), new("a \"b\", c", 1, share, share, share)])],
        };

        var text = Encoding.UTF8.GetString(ScorecardCsv.Write(card));

        Assert.Contains("by campaign,qualified_leads,'=cmd|'/c calc'!A0,2026-11,2", text, StringComparison.Ordinal);
        Assert.Contains("by campaign,qualified_leads,\"a \"\"b\"\", c\",2026-11,1", text, StringComparison.Ordinal);
        Assert.Contains("by campaign,won,\"a \"\"b\"\", c\",2026-11,1,2,0.0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/scorecard?period=2026-13", 400)]
    [InlineData("/api/scorecard?period=yesterday", 400)]
    [InlineData("/api/scorecard?format=xml", 400)]
    public async Task What_names_no_period_or_format_is_refused(string path, int status)
    {
        await using var site = await Site.StartAsync();

        using var answer = await AskAsync(site, path);

        await answer.ProblemAsync(status);
    }

    [Fact]
    public async Task Another_tool_sends_its_figure_in_and_may_repeat_it()
    {
        await using var site = await Site.StartAsync();
        var report = new { metric = "email_open_rate", value = 22.5, at = "2026-11-20T10:00:00Z" };

        using var first = await TellAsync(site, report);
        using var again = await TellAsync(site, report);
        using var wrong = await TellAsync(site, new { metric = "email_open_rat", value = 22.5 });
        using var late = await TellAsync(site, new { metric = "email_open_rate", value = 22.5, at = "2026-09-20T10:00:00Z" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        await wrong.ProblemAsync(422);
        await late.ProblemAsync(409);
        using var answer = await AskAsync(site, "/api/scorecard");
        var rate = (await answer.JsonAsync()).GetProperty("commitments").EnumerateArray()
            .Single(one => one.GetProperty("promise").GetProperty("metric").GetString() == "email_open_rate").GetProperty("now");
        Assert.Equal((22.5m, 1), (rate.GetProperty("value").GetDecimal(), rate.GetProperty("reports").GetInt32()));
    }

    [Fact]
    public async Task Figures_are_for_administrators()
    {
        await using var site = await Site.StartAsync();

        using var read = await site.Client.GetAsync(new Uri("/api/scorecard", UriKind.Relative));
        using var told = await site.Client.PostAsJsonAsync("/api/metrics", new { metric = "email_open_rate", value = 1 });

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (read.StatusCode, told.StatusCode));
    }

    private static Scorecard Empty { get; } = new ScorecardFold(new()
    {
        Now = Instant.FromUtc(2026, 11, 24, 9, 0),
        Period = FigurePeriod.Named("2026-11", DateTimeZone.Utc, 1)!,
        Promises = [],
        Dimensions = [],
        Staff = new() { Teams = [], People = ImmutableDictionary<Handoff.People.PersonId, Handoff.People.Person>.Empty },
        Pace = Handoff.Calendars.BusinessCalendar.AlwaysOpen("pace", DateTimeZone.Utc),
    }).Build();

    private static async Task<HttpResponseMessage> AskAsync(Site site, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", "secret");
        return await site.Client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> TellAsync(Site site, object report)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/metrics") { Content = JsonContent.Create(report) };
        request.Headers.Authorization = new("Bearer", "secret");
        return await site.Client.SendAsync(request);
    }
}
