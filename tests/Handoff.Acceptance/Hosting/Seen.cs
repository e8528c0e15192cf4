using System.Text.Json.Serialization;

namespace Handoff.Acceptance.Hosting;

/// <summary>What <c>POST /api/leads/{source}</c> answers, as a program outside reads it.</summary>
public sealed record Receipt(string Id, string Status, string Tier, int Score, string? DuplicateOf);

/// <summary>What <c>GET /api/leads/{id}</c> answers.</summary>
public sealed record SeenLead(
    string Id, string Status, string Tier, int Score, string? Owner, SeenClock[] Clocks, SeenEvent[] Events, string? Next = null)
{
    public int Count(string type) => Events.Count(one => one.Type == type);

    public SeenClock Clock(string name) => Clocks.Single(one => one.Name == name);
}

public sealed record SeenClock(string Name, string Within, DateTimeOffset StartedAt, DateTimeOffset Due, string State);

public sealed record SeenEvent(DateTimeOffset At, string Type, string Says);

/// <summary>A message of <c>/mailbox/messages.json</c>.</summary>
public sealed record SeenMail(string Id, string Kind, string To, string Subject, DateTimeOffset At, string Text, SeenLink[] Links)
{
    [JsonIgnore]
    public string Offer => Link("offer");

    [JsonIgnore]
    public string Manage => Link("manage");

    /// <summary>The path of the link with that relation.</summary>
    public string Link(string rel) => Links.Single(link => link.Rel == rel).Path;
}

/// <summary>A link: its address begins with the configured address of the site, so only what follows it counts here.</summary>
public sealed record SeenLink(string Rel, string Href)
{
    [JsonIgnore]
    public string Path => new Uri(Href).PathAndQuery;
}

/// <summary>Somebody of <c>/api/people</c>.</summary>
public sealed record SeenPerson(string Id, string Email, bool IsAway = false);
