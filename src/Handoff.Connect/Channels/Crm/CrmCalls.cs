using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Handoff.Service.Delivery;
using NodaTime;

namespace Handoff.Connect.Channels.Crm;

/// <summary>A question to a CRM.</summary>
internal sealed record CrmCall(HttpMethod Method, Uri To)
{
    public JsonObject? Json { get; init; }

    /// <summary>A form that is sent instead.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    public string? Bearer { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What came of it.</summary>
internal abstract record CrmAnswer
{
    private CrmAnswer()
    {
    }

    /// <summary>The CRM answered.</summary>
    /// <param name="RetryAfter">How long it asks to be left alone; null: it does not.</param>
    public sealed record Said(int Status, CrmBody Body, Duration? RetryAfter) : CrmAnswer
    {
        public bool IsSuccess => Status is >= 200 and < 300;
    }

    /// <summary>There was no answer.</summary>
    public sealed record Silent(SendOutcome Why) : CrmAnswer;
}

/// <summary>Asks CRMs, and reads what they answer.</summary>
internal sealed class CrmCalls(ChannelExchange exchange)
{
    private const int LargestAnswer = 1 << 20;

    public async Task<CrmAnswer> AskAsync(CrmCall call, bool allowPrivate, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(call.Method, call.To)
        {
            Content = call.Json is { } json ? new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json")
                : call.Form is { } form ? new FormUrlEncodedContent(form) : null,
        };
        if (call.Bearer is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new("application/json"));
        foreach (var (name, value) in call.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await exchange.AskAsync<CrmAnswer>(
            request, allowPrivate,
            async (answer, limit) => new CrmAnswer.Said(
                (int)answer.StatusCode, await ReadAsync(answer.Content, limit), exchange.Asked(answer.Headers.RetryAfter)),
            static why => new CrmAnswer.Silent(why), cancellation);
    }

    private static async Task<CrmBody> ReadAsync(HttpContent content, CancellationToken cancellation) =>
        await AnswerBody.ReadAsync(content, LargestAnswer, cancellation) is { } body ? CrmBody.Parse(body) : default;
}
