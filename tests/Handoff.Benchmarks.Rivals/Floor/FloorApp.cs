using System.Globalization;

namespace Handoff.Benchmarks.Rivals.Floor;

/// <summary>
/// The floor: a bare endpoint that makes one row durable before it answers, in commits shared as ours are, the row as large as all that our
/// intake writes. What it does not do is everything else: no rule, no key, no second table.
/// </summary>
internal static class FloorApp
{
    /// <summary><c>--row-bytes</c>: how large a row is.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var rowBytes = int.Parse(settings["row-bytes"] ?? "4000", CultureInfo.InvariantCulture);
        builder.Services.AddSingleton(new RowWriter(Path.Combine(settings["data"] ?? ".", "floor.db")));
        var app = builder.Build();
        var writer = app.Services.GetRequiredService<RowWriter>();
        app.MapPost("/api/leads/website", async (HttpRequest request, HttpResponse response, CancellationToken cancellation) =>
        {
            var row = new byte[rowBytes];
            var body = await ReadAsync(request, row, cancellation);
            var id = Guid.CreateVersion7().ToString("N");
            await writer.WriteAsync(id, row);
            var answer =
                System.Text.Encoding.ASCII.GetBytes($$"""{"id":"{{id}}","bytes":{{body.ToString(CultureInfo.InvariantCulture)}}}""");
            response.StatusCode = StatusCodes.Status202Accepted;
            response.ContentType = "application/json";
            response.ContentLength = answer.Length;
            await response.Body.WriteAsync(answer, cancellation);
        });
        return app;
    }

    private static async Task<int> ReadAsync(HttpRequest request, byte[] row, CancellationToken cancellation)
    {
        var filled = 0;
        int count;
        while (filled < row.Length && (count = await request.Body.ReadAsync(row.AsMemory(filled), cancellation)) > 0)
            filled += count;
        return filled;
    }
}
