using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handoff.Local.Tests.Observing;

/// <summary>A span that was received.</summary>
internal sealed record SeenSpan(
    string Trace, string Parent, string Name, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<string> LinkedTraces);

/// <summary>
/// A collector of telemetry, as far as a test needs one: it takes OpenTelemetry's protocol over HTTP and keeps what it gets.
/// </summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private Collector(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>The settings of a host that tells it everything.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Url,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>Every span, in the order of their ends.</summary>
    public IReadOnlyList<SeenSpan> Spans =>
        [.. Parts("/v1/traces").SelectMany(scope => Wire.All(scope, 2)).Select(SpanOf)];

    /// <summary>Every metric as its name and unit.</summary>
    public IReadOnlySet<string> Metrics =>
        Parts("/v1/metrics").SelectMany(scope => Wire.All(scope, 2)).Select(metric => $"{Wire.Text(metric, 1)} {Wire.Text(metric, 3)}")
            .ToHashSet();

    /// <summary>Everything that came of a signal, as it came: its texts are in it as they are.</summary>
    public string Raw(string path) =>
        string.Concat(_received.Where(one => one.Path == path).Select(one => Encoding.UTF8.GetString(one.Body)));

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            collector._received.Enqueue((http.Request.Path.Value!, body.ToArray()));
        });
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IEnumerable<ReadOnlyMemory<byte>> Parts(string path) =>
        _received.Where(one => one.Path == path).SelectMany(one => Wire.All(one.Body, 1)).SelectMany(resource => Wire.All(resource, 2));

    private static SeenSpan SpanOf(ReadOnlyMemory<byte> span) => new(
        Hex(span, 1), Hex(span, 4), Wire.Text(span, 5),
        Wire.All(span, 9).ToDictionary(tag => Wire.Text(tag, 1), tag => ValueOf(Wire.All(tag, 2).First())),
        [.. Wire.All(span, 13).Select(link => Hex(link, 1))]);

    private static string Hex(ReadOnlyMemory<byte> message, int number) =>
        Convert.ToHexStringLower(Wire.All(message, number).FirstOrDefault().Span);

    private static string ValueOf(ReadOnlyMemory<byte> value)
    {
        var (number, bytes, figure) = Wire.Fields(value)[0];
        return number switch
        {
            1 => Encoding.UTF8.GetString(bytes.Span),
            5 => string.Join(',', Wire.All(bytes, 1).Select(ValueOf)),
            _ => figure.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
