using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Handoff.Service.Leads;
using Handoff.Service.News;
using Handoff.Service.Serialization;
using NodaTime;

namespace Handoff.Service.Privacy;

/// <summary>All that is known of a person who sent leads (article 15 of the GDPR). Colleagues are not named in it.</summary>
/// <param name="At">When it was put together, UTC.</param>
/// <param name="Leads">The person's requests, the latest first.</param>
/// <param name="Others">Requests with the same phone that may be somebody else's: they are not in it.</param>
public sealed record PersonFile(Instant At, ImmutableArray<PersonLead> Leads, ImmutableArray<string> Others)
{
    /// <summary>The file as JSON, UTF-8, for people to read.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, PersonFileContext.Default.PersonFile);
}

/// <summary>One request of the person, and what became of it.</summary>
/// <param name="Received">When, UTC.</param>
/// <param name="Score">Its points, with the arithmetic in <paramref name="ScoreBecause"/>.</param>
/// <param name="DuplicateOf">The open request that it joined, or null.</param>
/// <param name="Follows">The request that it continues, or null.</param>
/// <param name="Data">What the person told, as it is used.</param>
/// <param name="Form">Every field as it was sent.</param>
/// <param name="Correction">Fields that were corrected afterwards.</param>
/// <param name="CountedBy">What it is counted by, such as the campaign; <paramref name="FirstTouch"/> and <paramref name="LastTouch"/>: how
/// the person came.</param>
/// <param name="Consent">What was agreed to, or null: the form did not ask.</param>
/// <param name="ConsentWithdrawn">When the person asked not to be contacted any more, or null.</param>
/// <param name="Notes">What colleagues wrote.</param>
/// <param name="History">What happened to it.</param>
/// <param name="Mails">The mails that named it.</param>
/// <param name="Told">Which other programs got what of it.</param>
public sealed record PersonLead(
    string Id, Instant Received, string Source, string Status, string Tier, int Score, string ScoreBecause, string? DuplicateOf,
    string? Follows, PersonContact Data, IReadOnlyDictionary<string, string> Form, IReadOnlyDictionary<string, string> Correction,
    IReadOnlyDictionary<string, string> CountedBy, IReadOnlyDictionary<string, string> FirstTouch,
    IReadOnlyDictionary<string, string> LastTouch, ConsentRecord? Consent, Instant? ConsentWithdrawn, ImmutableArray<PersonNote> Notes,
    ImmutableArray<EventView> History, ImmutableArray<PersonMail> Mails, ImmutableArray<Disclosure> Told);

/// <summary>How a person is reached, and what they wrote.</summary>
public sealed record PersonContact(
    string? Email, string? Phone, string? Name, string? Company, string? JobTitle, string? Country, string? Message);

/// <summary>A note on the request.</summary>
/// <param name="On">On what: <c>decline</c>, <c>contacted</c>, <c>feedback</c> and so on.</param>
public sealed record PersonNote(Instant At, string On, string Text);

/// <summary>A mail that named the request.</summary>
/// <param name="To"><c>the person</c>, or <c>a colleague</c>.</param>
public sealed record PersonMail(Instant At, string Kind, string To);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(PersonFile))]
internal sealed partial class PersonFileContext : JsonSerializerContext;
