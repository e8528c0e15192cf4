using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Handoff.Service.News;
using NodaTime;

namespace Handoff.Service.Leads;

/// <summary>What <c>GET /api/leads/{id}</c> shows.</summary>
public sealed record LeadView(
    string Id, string Status, string Tier, int Score, string? Owner, ImmutableArray<ClockView> Clocks, ImmutableArray<EventView> Events)
{
    /// <summary>What the lead is counted by, such as its campaign.</summary>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>How the person came the first time, by part.</summary>
    public required IReadOnlyDictionary<string, string> FirstTouch { get; init; }

    /// <summary>How the person came to this request, by part.</summary>
    public required IReadOnlyDictionary<string, string> LastTouch { get; init; }

    /// <summary>The day of the owner's next contact in their zone, <c>2026-12-04</c> or <c>2026-12-04T15:00</c>; null: none.</summary>
    public string? Next { get; init; }

    /// <summary>Which channels were given something of it, and when; it stays when the lead is erased.</summary>
    public required ImmutableArray<ToldChannel> ToldTo { get; init; }

    /// <summary>Who sent it, where that was asked for with the scope for it; absent of a lead that is erased.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactView? Contact { get; init; }
}

/// <summary>Who sent a lead: personal data.</summary>
/// <param name="Phone">In E.164 where it could be read.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Message">What the person wrote.</param>
public sealed record ContactView(
    string? Email, string? Phone, string? Name, string? Company, string? JobTitle, string? Country, string? Message)
{
    /// <summary>Every field of the form by our names, as it was given.</summary>
    public required IReadOnlyDictionary<string, string> Form { get; init; }

    internal static ContactView Of(LeadRecord record) =>
        new(record.Email, record.Phone, record.Name, record.Company, record.JobTitle, record.Country, record.Message)
        {
            Form = record.Form,
        };
}

/// <summary>
/// A clock: <c>name</c> is <c>accept</c>, <c>first_contact</c>, <c>feedback</c>, <c>outcome</c> or <c>confirm</c>; <c>state</c> as design
/// section 8 lists it.
/// </summary>
public sealed record ClockView(string Name, string Within, Instant StartedAt, Instant Due, string State);

/// <summary>An event and what it says in one plain sentence.</summary>
public sealed record EventView(Instant At, string Type, string Says);
