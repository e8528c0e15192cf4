using System.Globalization;
using System.Text.Json;

namespace Handoff.Benchmarks.Http;

/// <summary>A message as the mailbox lists it.</summary>
internal sealed record Mailed(string Id, string Kind, DateTimeOffset At, string? OfferPath)
{
    /// <summary>The lead it is about: a message's id begins with the lead's.</summary>
    public string Lead => Id[..Id.LastIndexOf('-')];
}

/// <summary>Reads <c>/mailbox/messages.json</c>.</summary>
internal sealed class MailboxReader(Connection connection)
{
    /// <summary>The newest messages, the newest first.</summary>
    public async Task<List<Mailed>> ReadAsync(int limit, CancellationToken cancellation)
    {
        var request = Connection.Request("GET", $"/mailbox/messages.json?limit={limit.ToString(CultureInfo.InvariantCulture)}");
        var (status, body) = await connection.SendAsync(request, cancellation);
        if (status != 200)
            throw new IOException($"The mailbox answers {status.ToString(CultureInfo.InvariantCulture)}.");
        using var json = JsonDocument.Parse(body);
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    private static Mailed Read(JsonElement message)
    {
        var offer = message.GetProperty("links").EnumerateArray().FirstOrDefault(link => link.GetProperty("rel").ValueEquals("offer"));
        return new(
            message.GetProperty("id").GetString()!, message.GetProperty("kind").GetString()!, message.GetProperty("at").GetDateTimeOffset(),
            offer.ValueKind == JsonValueKind.Object ? new Uri(offer.GetProperty("href").GetString()!).AbsolutePath : null);
    }
}
