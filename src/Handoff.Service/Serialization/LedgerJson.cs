using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Handoff.Agreements;
using Handoff.Alerts;
using Handoff.Leads;
using Handoff.Leads.Story;
using Handoff.Processes;
using Handoff.Rows;
using Handoff.Service.Figures;
using Handoff.Service.Leads;
using Handoff.Service.Mail;
using Handoff.Service.People;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Handoff.Service.Serialization;

/// <summary>
/// How states, events and records are written. What was written once must be read for ever: add, never rename or remove.
/// </summary>
public static class LedgerJson
{
    private static readonly LedgerContext Context = new(Options());

    /// <summary>Of processes that are no lead's: contracts are made at run time, so that no list here names a new kind.</summary>
    private static readonly JsonSerializerOptions OfProcesses =
        new(Options()) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEvents } } };

    /// <summary>A lead's state.</summary>
    public static byte[] Write(Lead lead) => JsonSerializer.SerializeToUtf8Bytes(lead, Context.Lead);

    public static byte[] Write(LeadEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.LeadEvent);

    /// <summary>A lead's row, for lists and figures.</summary>
    public static byte[] Write(LeadRow row) => JsonSerializer.SerializeToUtf8Bytes(row, Context.LeadRow);

    internal static byte[] Write(FactSnapshot head) => JsonSerializer.SerializeToUtf8Bytes(head, Context.FactSnapshot);

    internal static byte[] Write(CommonFacts common) => JsonSerializer.SerializeToUtf8Bytes(common, Context.CommonFacts);

    /// <summary>The state of a person's alerts.</summary>
    public static byte[] Write(AlertBox box) => JsonSerializer.SerializeToUtf8Bytes(box, Context.AlertBox);

    /// <summary>An event of a person's alerts.</summary>
    public static byte[] Write(AlertEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.AlertEvent);

    /// <summary>A lead's event, as it is stored.</summary>
    internal static NewEvent Stored(LeadEvent happened) => new(happened.At, LeadStory.TypeOf(happened), Write(happened));

    /// <summary>An event of a person's alerts, as it is stored.</summary>
    internal static NewEvent Stored(AlertEvent happened) => new(happened.At, EventTypes.Of(happened), Write(happened));

    /// <summary>An event of a process that is no lead's, as it is stored.</summary>
    internal static NewEvent Stored(ProcessEvent happened) =>
        new(happened.At, EventTypes.Of(happened), JsonSerializer.SerializeToUtf8Bytes(happened, OfProcesses));

    /// <summary>The state of a process that is no lead's.</summary>
    public static byte[] Write<TState>(TState state)
        where TState : ProcessState => JsonSerializer.SerializeToUtf8Bytes(state, OfProcesses);

    /// <summary>Reads the state of a process that is no lead's.</summary>
    public static TState ReadState<TState>(ReadOnlySpan<byte> json)
        where TState : ProcessState => Some(JsonSerializer.Deserialize<TState>(json, OfProcesses));

    /// <summary>Reads an event of a process that is no lead's.</summary>
    public static ProcessEvent ReadProcessEvent(ReadOnlySpan<byte> json) =>
        Some(JsonSerializer.Deserialize<ProcessEvent>(json, OfProcesses));

    /// <summary>A lead's personal data, before it is sealed.</summary>
    public static byte[] Write(LeadRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Context.LeadRecord);

    /// <summary>The copy of a message; see <see cref="CopyFormat"/>.</summary>
    public static byte[] Write(MailboxMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, Context.MailboxMessage);

    /// <summary>An agreement, as its version is kept.</summary>
    public static string Write(Agreement agreement) => JsonSerializer.Serialize(agreement, Context.Agreement);

    /// <summary>An entry of the directory of people.</summary>
    public static string Write(Colleague entry) => JsonSerializer.Serialize(entry, Context.Colleague);

    /// <summary>Times, as lookups keep them.</summary>
    public static string Write(ImmutableArray<Instant> times) => JsonSerializer.Serialize(times, Context.ImmutableArrayInstant);

    /// <summary>Reads a lead's state.</summary>
    public static Lead ReadLead(ReadOnlySpan<byte> json) => Some(JsonSerializer.Deserialize(json, Context.Lead));

    /// <summary>Reads a lead's event.</summary>
    public static LeadEvent ReadLeadEvent(ReadOnlySpan<byte> json) => Some(JsonSerializer.Deserialize(json, Context.LeadEvent));

    /// <summary>Reads a lead's row.</summary>
    internal static FactSnapshot ReadSnapshot(ReadOnlySpan<byte> json) => Some(JsonSerializer.Deserialize(json, Context.FactSnapshot));

    internal static CommonFacts ReadCommon(ReadOnlySpan<byte> json) => Some(JsonSerializer.Deserialize(json, Context.CommonFacts));

    public static LeadRow ReadRow(ReadOnlySpan<byte> json) => Some(JsonSerializer.Deserialize(json, Context.LeadRow));

    /// <summary>Reads the state of a person's alerts.</summary>
    public static AlertBox ReadAlertBox(ReadOnlySpan<byte> json) => Some(JsonSerializer.Deserialize(json, Context.AlertBox));

    /// <summary>Reads an event of a person's alerts.</summary>
    public static AlertEvent ReadAlertEvent(ReadOnlySpan<byte> json) => Some(JsonSerializer.Deserialize(json, Context.AlertEvent));

    /// <summary>Reads a lead's personal data.</summary>
    public static LeadRecord ReadRecord(ReadOnlySpan<byte> json) => Some(JsonSerializer.Deserialize(json, Context.LeadRecord));

    /// <summary>Reads the copy of a message, and leaves the reader at its end.</summary>
    public static MailboxMessage ReadMessage(ref Utf8JsonReader json) => Some(JsonSerializer.Deserialize(ref json, Context.MailboxMessage));

    public static Agreement ReadAgreement(string json) => Some(JsonSerializer.Deserialize(json, Context.Agreement));

    public static ImmutableArray<Instant> ReadTimes(string json) => JsonSerializer.Deserialize(json, Context.ImmutableArrayInstant);

    /// <summary>Reads an entry of the directory of people.</summary>
    public static Colleague ReadColleague(string json) => Some(JsonSerializer.Deserialize(json, Context.Colleague));

    private static T Some<T>(T? read)
        where T : class => read ?? throw new JsonException("A stored value was null.");

    private static void NameEvents(JsonTypeInfo contract)
    {
        if (contract.Type != typeof(ProcessEvent))
            return;
        contract.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "type" };
        foreach (var (type, name) in EventTypes.OfProcesses)
            contract.PolymorphismOptions.DerivedTypes.Add(new(type, name));
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            // No page shows this text, so nothing in it need be escaped for HTML: a mail would be a quarter longer.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        // Before those of NodaTime: the first that can, does.
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new DurationConverter());
        options.Converters.Add(new FieldsConverter());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.Converters.Add(new PersonIdConverter());
        options.Converters.Add(new LanguageConverter());
        options.Converters.Add(new LeadIdConverter());
        options.Converters.Add(new WithinConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return options;
    }
}

[JsonSerializable(typeof(Lead))]
[JsonSerializable(typeof(LeadEvent))]
[JsonSerializable(typeof(LeadRow))]
[JsonSerializable(typeof(AlertBox))]
[JsonSerializable(typeof(AlertEvent))]
[JsonSerializable(typeof(LeadRecord))]
[JsonSerializable(typeof(MailboxMessage))]
[JsonSerializable(typeof(Agreement))]
[JsonSerializable(typeof(Colleague))]
[JsonSerializable(typeof(ImmutableArray<Instant>))]
[JsonSerializable(typeof(FactSnapshot))]
[JsonSerializable(typeof(CommonFacts))]
internal sealed partial class LedgerContext : JsonSerializerContext;
