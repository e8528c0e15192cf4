using System.Net;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Web.Tests.Desk;

/// <summary>The agreement in words, its versions, and what differs between two of them.</summary>
public sealed class AgreementPageTests
{
    private static readonly AdminAccess Embedded = new() { LoopbackWithoutKey = true };

    [Fact]
    public async Task The_agreement_is_read_in_words()
    {
        await using var site = await Site.StartAsync(access: Embedded, from: "127.0.0.1");

        var page = await PageAsync(site, "/agreement", "it");

        Assert.Contains("Il tempo per accettare i lead di fascia calda", page, StringComparison.Ordinal);
        Assert.Contains("5 minuti; scala «fast»", page, StringComparison.Ordinal);
        Assert.Contains("Chi segue l'orario «centralino»", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Che cosa è diverso", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_says_what_differs_from_the_one_before()
    {
        await using var site = await Site.StartAsync(access: Embedded, from: "127.0.0.1");
        await ChangeAsync(site, "agreement.yaml", ("agreement: 2026-11", "agreement: 2026-12"), ("within: 5m,", "within: 10m,"));

        var page = await PageAsync(site, "/agreement", "en");

        Assert.Contains("The accept clock of hot leads: 10 minutes, was 5 minutes.", page, StringComparison.Ordinal);
        Assert.Contains("2026-12, in force from", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_version_is_read_as_it_was_and_compared_with_any_other()
    {
        await using var site = await Site.StartAsync(access: Embedded, from: "127.0.0.1");
        await ChangeAsync(site, "agreement.yaml", ("agreement: 2026-11", "agreement: 2026-12"), ("within: 5m,", "within: 10m,"));

        var first = await PageAsync(site, "/agreement?version=1", "en");
        var named = await PageAsync(site, "/agreement?name=2026-11&with=2", "en");

        Assert.Contains("5 minutes; ladder “fast”", first, StringComparison.Ordinal);
        Assert.DoesNotContain("What is different", first, StringComparison.Ordinal);
        Assert.Contains("The accept clock of hot leads: 5 minutes, was 10 minutes.", named, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_that_change_are_a_version_too()
    {
        await using var site = await Site.StartAsync(access: Embedded, from: "127.0.0.1");
        await ChangeAsync(site, "people.yaml", ("mon-fri: [\"09:00-17:30\"]", "mon-thu: [\"09:00-17:30\"]"));

        var page = await PageAsync(site, "/agreement", "en");

        Assert.Contains("2026-11, people or hours changed", page, StringComparison.Ordinal);
        Assert.Contains(
            "The hours “London”: Monday to Thursday 09:00–17:30 (times of Europe/London), was Monday to Friday 09:00–17:30",
            page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agreement?version=2")]
    [InlineData("/agreement?version=0")]
    [InlineData("/agreement?version=-1")]
    [InlineData("/agreement?name=unknown")]
    public async Task A_version_that_was_never_in_force_is_not_there(string address)
    {
        await using var site = await Site.StartAsync(access: Embedded, from: "127.0.0.1");

        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Programs_read_the_same()
    {
        await using var site = await Site.StartAsync();
        await ChangeAsync(site, "agreement.yaml", ("agreement: 2026-11", "agreement: 2026-12"), ("within: 5m,", "within: 10m,"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/agreement?language=it");
        request.Headers.Authorization = new("Bearer", "secret");

        using var answer = await site.Client.SendAsync(request);
        using var refused = await site.Client.GetAsync(new Uri("/api/agreement", UriKind.Relative));

        var report = await answer.JsonAsync();
        Assert.Equal(("2026-12", 2), (report.GetProperty("version").GetString(), report.GetProperty("number").GetInt32()));
        Assert.Equal(
            "Il tempo per accettare i lead di fascia calda: 10 minuti, prima 5 minuti.",
            Assert.Single(report.GetProperty("changes").EnumerateArray()).GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static async Task<string> PageAsync(Site site, string address, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task ChangeAsync(Site site, string file, params (string From, string To)[] edits)
    {
        site.Pass(Duration.FromMinutes(1));
        var folder = Path.Combine(AppContext.BaseDirectory, "sample", "acme");
        var files = Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
        files[file] = edits.Aggregate(files[file], (text, edit) => text.Replace(edit.From, edit.To, StringComparison.Ordinal));
        var company = site.Services.GetRequiredService<CompanyInForce>();
        Assert.Empty(await company.PutInForceAsync(AgreementFolderReader.Read(files, _ => null, Given.Now), default));
    }
}
