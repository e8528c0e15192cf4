using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Handoff.Leads;
using Handoff.Service.Delivery;
using Handoff.Service.MailEvents;

namespace Handoff.Web.Events;

/// <summary>
/// Reads the events that SendGrid posts. Of each only our own name of the mail, the kind and a code are taken: the address and the server's
/// text are personal and go no further.
/// </summary>
internal static partial class SendGridEvents
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <summary>The events that concern us, in their order; null: the body is no JSON array.</summary>
    public static ImmutableArray<MailEvent>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Shallow);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(ReadOne).OfType<MailEvent>()]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MailEvent? ReadOne(JsonElement told) =>
        told.ValueKind == JsonValueKind.Object
        && MessageName.TryRead(Text(told, OutgoingMail.MessageArgument), out var mail)
        && FateOf(told) is { } fate
            ? new(mail, fate, ReasonOf(told, fate))
            : null;

    /// <summary>What we act on; opens, clicks and what SendGrid may yet invent are passed over.</summary>
    private static MailFate? FateOf(JsonElement told) => Text(told, "event") switch
    {
        "delivered" => MailFate.Delivered,
        "deferred" => MailFate.Deferred,
        "bounce" => Text(told, "type") == "blocked" ? MailFate.Blocked : MailFate.Bounced,
        "blocked" => MailFate.Blocked,
        "dropped" => MailFate.Dropped,
        "spamreport" => MailFate.Spam,
        _ => null,
    };

    private static string ReasonOf(JsonElement told, MailFate fate)
    {
        if (fate == MailFate.Dropped)
        {
            return Text(told, "reason") switch
            {
                "Bounced Address" => "SendGrid: the address bounced before",
                "Spam Reporting Address" => "SendGrid: the recipient called a mail spam before",
                "Unsubscribed Address" => "SendGrid: the recipient is unsubscribed",
                "Invalid" or "Invalid SMTPAPI header" => "SendGrid: the address or a header is invalid",
                "Spam Content (if Spam Checker app is enabled)" or "Spam Content" => "SendGrid: the content looks like spam",
                "Recipient List over Package Quota" => "SendGrid: the account's quota is used up",
                _ => "SendGrid",
            };
        }

        return Text(told, "status") is { } status && EnhancedCode().IsMatch(status) ? $"SendGrid {status}" : "SendGrid";
    }

    private static string? Text(JsonElement told, string name)
    {
        try
        {
            return told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A text that is no valid Unicode says nothing to us.
            return null;
        }
    }

    [GeneratedRegex(@"\A[245]\.[0-9]{1,3}\.[0-9]{1,3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex EnhancedCode();
}
