using System.Text.Json;

namespace Handoff.Benchmarks.Rivals.Handoffs;

/// <summary>What the landing page posts, as far as a rival reads it.</summary>
internal sealed record PostedLead(string Email, string Name, string Company, string Country, int Employees, string JobTitle, string Message)
{
    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
    };

    public static async ValueTask<PostedLead> ReadAsync(Stream body, CancellationToken cancellation) =>
        await JsonSerializer.DeserializeAsync<PostedLead>(body, Snake, cancellation) ?? throw new BadHttpRequestException("No lead.");

    /// <summary>The points of the sample's agreement that this lead can have.</summary>
    public int Score => (Employees >= 100 ? 25 : 0) + (JobTitle.Contains("Head", StringComparison.OrdinalIgnoreCase) ? 20 : 0);
}
