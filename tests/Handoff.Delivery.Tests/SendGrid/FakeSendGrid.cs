using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Handoff.Delivery.Tests.SendGrid;

internal sealed record Request(string Url, string Authorization, string? ContentType, JsonElement Body);

/// <summary>A server that answers as SendGrid does, on a free port of this machine.</summary>
internal sealed class FakeSendGrid : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly Channel<Request> requests = Channel.CreateUnbounded<Request>();

    private FakeSendGrid(WebApplication application) => this.application = application;

    public Uri Host => new(application.Urls.Single());

    public static async Task<FakeSendGrid> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = builder.Build();
        var server = new FakeSendGrid(web);
        web.MapPost("/{**path}", async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            server.requests.Writer.TryWrite(new(
                context.Request.GetDisplayUrl(), context.Request.Headers.Authorization.ToString(), context.Request.ContentType,
                    body.RootElement.Clone()));
            await answer(context);
        });
        await web.StartAsync();
        return server;
    }

    public static Task<FakeSendGrid> AnsweringAsync(int status, string body = "", params (string Name, string Value)[] headers) =>
        StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    });

    public ValueTask<Request> NextAsync() => requests.Reader.ReadAsync();

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
    }
}
