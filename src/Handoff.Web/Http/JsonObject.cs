using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Handoff.Web.Http;

/// <summary>A small JSON object that an administrator's program sent, read member by member so that each mistake has its field.</summary>
internal sealed class JsonObject
{
    private const int Limit = 64 * 1024;

    private readonly JsonElement _root;
    private readonly List<(string Field, string Message)> _mistakes = [];

    private JsonObject(JsonElement root) => _root = root;

    /// <summary>What every operation answers whose body is read so, for the API's description.</summary>
    public static IReadOnlyList<OperationAnswer> Refusals { get; } =
    [
        OperationAnswer.Problem(400, "The body is not a JSON object."),
        OperationAnswer.Problem(413, "The body is larger than 64 KiB."),
        OperationAnswer.Problem(415, "The body is not application/json."),
        OperationAnswer.Problem(422, "A field is missing or wrong."),
    ];

    /// <summary>The answer to members of a wrong type (422), or null: there are none.</summary>
    public IResult? Refusal => _mistakes.Count == 0
        ? null
        : new ProblemAnswer(Problem.Unusable("Correct the fields named in errors and send the request again.", _mistakes));

    /// <summary>Reads the request's body: the object, or the answer that refuses it.</summary>
    public static async Task<(JsonObject? Object, IResult? Refusal)> ReadAsync(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return (null, ProblemAnswer.Of(415, "Send application/json in UTF-8."));

        if (RequestBody.IsCompressed(http.Request))
            return (null, ProblemAnswer.Of(415, RequestBody.Compressed));

        var body = await RequestBody.ReadAsync(http.Request, Limit, http.RequestAborted);
        if (body is null)
            return (null, ProblemAnswer.Of(413, "The body is larger than 64 KiB. Send only the fields that are asked for."));

        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (new(document.RootElement.Clone()), null)
                : (null, ProblemAnswer.Of(400, "The body is not a JSON object. Send one object with the fields that are asked for."));
        }
        catch (JsonException mistake)
        {
            return (null, ProblemAnswer.Of(400, FormattableString.Invariant(
                $"The body is not valid JSON at line {mistake.LineNumber + 1}, byte {mistake.BytePositionInLine + 1}. ")
                + "Send one complete JSON object."));
        }
    }

    /// <summary>A text, or null when it is absent.</summary>
    public string? Text(string name)
    {
        if (!TryFind(name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.String)
            return Mistake<string>(name, "Send a text.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Mistake<string>(name, "Send a text of valid Unicode.");
        }
    }

    /// <summary>A list of texts, empty when it is absent.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (!TryFind(name, out var value))
            return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(one => one.GetString() ?? "")];
        _mistakes.Add((name, "Send a list of texts."));
        return [];
    }

    /// <summary>A number, or a text that is one, or null when it is absent.</summary>
    public decimal? Number(string name)
    {
        if (!TryFind(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
            return number;
        return decimal.TryParse(
            value.ValueKind == JsonValueKind.String ? Text(name) : null,
            System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture,
            out number)
            ? number
            : Mistake<decimal?>(name, "Send a number, such as 1200.50.");
    }

    private bool TryFind(string name, out JsonElement value) =>
        _root.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private T? Mistake<T>(string name, string message)
    {
        _mistakes.Add((name, message));
        return default;
    }
}
