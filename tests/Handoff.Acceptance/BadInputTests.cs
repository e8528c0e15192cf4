using System.Net;
using System.Text;
using Handoff.Acceptance.Hosting;
using Xunit;

namespace Handoff.Acceptance;

/// <summary>What cannot be used is refused with the way to put it right, and what is hostile does no harm.</summary>
public abstract class BadInputTests<THost>
    where THost : ProductHost, IProductHost<THost>
{
    [HostTheory]
    [InlineData("""{"email": "ada@analytical.example",""", "application/json", "website", "demo", HttpStatusCode.BadRequest)]
    [InlineData("[1, 2]", "application/json", "website", "demo", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", "website", "demo", HttpStatusCode.BadRequest)]
    [InlineData("""{"email":"ada@analytical.example"}""", "text/plain", "website", "demo", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("""{"name":"Ada"}""", "application/json", "website", "demo", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"email":"not an address"}""", "application/json", "website", "demo", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"email":"ada@analytical.example"}""", "application/json", "nowhere", "demo", HttpStatusCode.NotFound)]
    [InlineData("""{"email":"ada@analytical.example"}""", "application/json", "website", "wrong", HttpStatusCode.Unauthorized)]
    public async Task What_cannot_be_used_is_refused_and_nothing_is_stored(
        string body, string type, string source, string key, HttpStatusCode status)
    {
        await using var host = await THost.StartAsync();

        using var answer = await host.PostBodyAsync(new StringContent(body, Encoding.UTF8, type), source, key);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        await host.SettleAsync();
        Assert.Empty(await host.MailsAsync());
    }

    [HostFact]
    public async Task A_body_of_more_than_a_mebibyte_is_too_large()
    {
        await using var host = await THost.StartAsync();

        using var answer = await host.PostLeadAsync(new { email = "ada@analytical.example", message = new string('x', 1 << 20) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [HostFact]
    public async Task A_line_break_in_a_name_makes_no_header_of_its_own()
    {
        await using var host = await THost.StartAsync();

        await host.ReceiveAsync(
            new
            {
                email = "ada@analytical.example",
                name = "Ada\r\nBcc: eve@evil.example\r\n\r\nHello",
                company = "AE\u2028Subject: x",
                country = "IT",
                form = "demo"
            });

        var offer = await host.LastMailAsync("offer");
        Assert.DoesNotContain(offer.Subject, character => char.IsControl(character) || character is '\u2028' or '\u2029');
        Assert.DoesNotContain(offer.Text.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase));
    }

    [HostTheory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(2)>\"'&")]
    [InlineData("\u202Egnp.exe \u2066 \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u200F")]
    [InlineData("[click](https://evil.example) https://evil.example {{7*7}} ${x} @Model")]
    public async Task Markup_and_right_to_left_text_in_every_field_stay_text(string hostile)
    {
        await using var host = await THost.StartAsync();

        await host.ReceiveAsync(new
        {
            email = "ada@analytical.example",
            // An address of a page in a name would be held back as spam.
            name = hostile.Replace("https://", "https:/", StringComparison.Ordinal),
            company = hostile,
            job_title = hostile,
            phone = hostile,
            country = "IT",
            form = "demo",
            message = hostile,
            employees = hostile,
            budget = hostile,
        });

        var offer = await host.LastMailAsync("offer");
        await SoundAsync(host, offer);
        var (status, page) = await host.OpenAsync(offer.Offer);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
    }

    [HostFact]
    public async Task Fields_of_ten_thousand_characters_are_taken_and_the_mail_is_sound()
    {
        await using var host = await THost.StartAsync();
        var large = string.Concat(Enumerable.Repeat("Wörter 😀 ", 1_000));

        await host.ReceiveAsync(new
        {
            email = "ada@analytical.example",
            name = large,
            company = large,
            job_title = large,
            phone = large,
            country = "IT",
            form = "demo",
            message = large,
        });

        var offer = await host.LastMailAsync("offer");
        Assert.InRange(offer.Subject.Length, 1, 500);
        await SoundAsync(host, offer);
    }

    private static async Task SoundAsync(ProductHost host, SeenMail mail)
    {
        Assert.DoesNotContain(mail.Subject, character => char.IsControl(character) || character is '\u202E' or '\u2066');
        var html = await host.HtmlOfAsync(mail);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Empty(document.QuerySelectorAll("script, img, iframe, object, [onerror], [onclick]"));
        Assert.DoesNotContain(
            document.QuerySelectorAll("a"), link => link.GetAttribute("href")!.Contains("evil.example", StringComparison.Ordinal));
        Assert.DoesNotContain("\u202E", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
        // A character outside the basic plane is never cut in half.
        Assert.DoesNotContain('\uFFFD', mail.Text);
        Assert.DoesNotContain('\uFFFD', mail.Subject);
    }
}
