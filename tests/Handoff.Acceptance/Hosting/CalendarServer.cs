using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handoff.Acceptance.Hosting;

/// <summary>A server on this machine that has one calendar, and knows by its tag who has it already.</summary>
public sealed class CalendarServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _version;

    private CalendarServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/secret-token/basic.ics";

    /// <summary>How it answers, if not with the calendar.</summary>
    public int Status { get; set; } = 200;

    /// <summary>What stands behind the version in its tag.</summary>
    public string Tag { get; set; } = "";

    /// <summary>How often the whole calendar was given, and how often it was said to be unchanged.</summary>
    public (int Whole, int Unchanged) Asked { get; private set; }

    public string Calendar
    {
        get;
        set
        {
            field = value;
            _version++;
        }
    } = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

    public static async Task<CalendarServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new CalendarServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>A calendar in which somebody is on leave on these days.</summary>
    public static string Leave(string first, string after) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Operation at the clinic\r\nDTSTART;VALUE=DATE:{first}\r\n"
        + $"DTEND;VALUE=DATE:{after}\r\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var tag = $"\"v{_version}{Tag}\"";
        http.Response.StatusCode = Status;
        http.Response.Headers.ETag = tag;
        http.Response.Headers.Location = Status is 302 ? Url + "?again" : null;
        if (Status == 200 && http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = 304;
            Asked = (Asked.Whole, Asked.Unchanged + 1);
        }
        else if (Status == 200)
        {
            Asked = (Asked.Whole + 1, Asked.Unchanged);
            http.Response.ContentType = "text/calendar; charset=utf-8";
            await http.Response.WriteAsync(Calendar);
        }
    }
}
