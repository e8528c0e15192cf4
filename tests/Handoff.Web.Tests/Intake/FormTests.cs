using System.Net;
using System.Text;
using Handoff.Connect.Bodies;

namespace Handoff.Web.Tests.Intake;

public sealed class FormTests
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("a=x&b=y+z", "a=x; b=y z")]
    [InlineData("a=%C3%A8%20%26", "a=è &")]
    [InlineData("a=100%&b=%zz&c=%4", "a=100%; b=%zz; c=%4")]
    [InlineData("a=x&a=y", "a=x, y")]
    [InlineData("a&b=&&=c", "=c; a=; b=")]
    [InlineData("fields%5Bemail%5D=x", "fields[email]=x")]
    [InlineData("", "")]
    public async Task A_form_is_read_as_browsers_write_it(string form, string fields)
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync(form, UrlEncoded, "demo-form");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(fields, Text(receiver));
    }

    [Fact]
    public async Task The_charset_of_a_form_is_honoured()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("a=caff%E8+%80", $"{UrlEncoded}; charset=ISO-8859-1", "demo-form");

        Assert.Equal("a=caffè €", Text(receiver));
    }

    [Fact]
    public async Task A_field_that_is_no_UTF_8_is_400()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync("a=caff%E8", UrlEncoded, "demo-form");

        await response.ProblemAsync(400);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_400()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response =
            await receiver.PostAsync(string.Join('&', Enumerable.Range(0, 201).Select(number => $"f{number}=1")), UrlEncoded, "demo-form");

        await response.ProblemAsync(400);
    }

    [Fact]
    public void A_thousand_values_of_one_name_do_not_multiply()
    {
        var form = Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Repeat("a=" + new string('x', 1_000), 1_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = Assert.IsType<FieldsAnswer.Read>(FormFields.Parse(form, Encoding.UTF8));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32L << 20);
        Assert.Equal((1_000 * 1_000) + (999 * 2), read.Fields["a"].Length);
    }

    [Fact]
    public async Task A_multipart_form_is_read_without_its_files()
    {
        await using var receiver = await Receiver.StartAsync();
        using var form = new MultipartFormDataContent();
        using var name = new StringContent("Rosa è qui");
        using var file = new ByteArrayContent([1, 2, 3]);
        form.Add(name, "your-name");
        form.Add(file, "photo", "photo.jpg");

        using var response = await receiver.PostAsync(await form.ReadAsByteArrayAsync(), form.Headers.ContentType!.ToString(), "demo-form");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("your-name=Rosa è qui", Text(receiver));
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=b")]
    public async Task A_multipart_form_that_is_none_is_400(string mediaType)
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync(Encoding.UTF8.GetBytes("--b\r\nbroken"), mediaType, "demo-form");

        await response.ProblemAsync(400);
    }

    [Fact]
    public async Task A_browser_that_posts_a_form_gets_the_same_answer()
    {
        await using var receiver = await Receiver.StartAsync();

        using var response = await receiver.PostAsync(
            "your-email=rosa%40bianchi.example", UrlEncoded, "demo-form", with: request => request.Headers.Add("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private static string Text(Receiver receiver) => string.Join(
        "; ", receiver.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));
}
