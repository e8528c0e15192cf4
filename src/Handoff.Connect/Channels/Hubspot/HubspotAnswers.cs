using Handoff.Connect.Channels.Crm;
using Handoff.Service.Delivery;
using NodaTime;

namespace Handoff.Connect.Channels.Hubspot;

/// <summary>
/// What HubSpot's refusals mean (developers.hubspot.com, "Error handling", "Usage guidelines"). Its messages quote what was sent: only
/// statuses, codes and our own names of properties go into reasons.
/// </summary>
internal static class HubspotAnswers
{
    private const int Locked = 423;
    private const int Migrating = 477;

    private static readonly Duration Rolling = Duration.FromSeconds(10);

    /// <summary>The quota of a day ends at midnight of the account's zone, which is not told.</summary>
    private static readonly Duration Daily = Duration.FromHours(1);

    public static SendOutcome Of(CrmAnswer answer) => answer switch
    {
        CrmAnswer.Silent silent => silent.Why,
        CrmAnswer.Said said => Of(said),
        _ => throw new InvalidOperationException("A CRM answers or is silent."),
    };

    private static SendOutcome Of(CrmAnswer.Said said)
    {
        var code = said.Body.Code("category") ?? said.Body.Code("errorType");
        var says = code is null ? $"HTTP {said.Status}" : $"HTTP {said.Status} {code}";
        return said.Status switch
        {
            >= 200 and < 300 => new SendOutcome.Failed($"{says}: the answer cannot be read", said.RetryAfter),
            401 => new SendOutcome.Refused($"{says}: HubSpot does not take the token"),
            403 when code == "MISSING_SCOPES" => new SendOutcome.Refused($"{says}: the app lacks a scope"),
            429 when said.Body.Code("policyName") == "DAILY" =>
                new SendOutcome.Failed($"{says}: the day's quota", said.RetryAfter ?? Daily),
            429 => new SendOutcome.Failed(says, said.RetryAfter ?? Rolling),
            Locked => new SendOutcome.Failed(says, said.RetryAfter ?? Duration.FromSeconds(2)),
            Migrating => new SendOutcome.Failed($"{says}: the account is being moved", said.RetryAfter ?? Daily),
            400 when Names(said, HubspotContact.Id) =>
                new SendOutcome.Misconfigured($"{says}: the property handoff_id is not as it must be"),
            >= 300 and < 400 => new SendOutcome.Failed($"{says}: redirects are not followed", said.RetryAfter),
            _ => new SendOutcome.Failed(says, said.RetryAfter),
        };
    }

    /// <summary>Which of the properties that were sent HubSpot does not take: unknown there, or not a value of theirs.</summary>
    public static string[] NotTaken(CrmAnswer.Said said, IEnumerable<string> sent) =>
        said.Status != 400 || ExistingOf(said) is not null ? [] : [.. sent.Where(name => name != HubspotContact.Id && Names(said, name))];

    /// <summary>Of a contact that is there already, its id; null: it is not told.</summary>
    public static string? ExistingOf(CrmAnswer.Said said)
    {
        const string Before = "Existing ID: ";
        var message = said.Status is 400 or 409 ? said.Body.Text("message") ?? "" : "";
        var at = message.IndexOf(Before, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var id = new string([.. message[(at + Before.Length)..].TakeWhile(char.IsAsciiDigit)]);
        return IsId(id) ? id : null;
    }

    /// <summary>Whether a text is an id of HubSpot's, and so may stand in an address.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);

    /// <summary>Whether a refusal names a property: in its message, which holds JSON, or in the errors' contexts.</summary>
    private static bool Names(CrmAnswer.Said said, string property) =>
        HasValue(said.Body.Text("message") ?? "", property) || HasValue(said.Body.At("errors").Raw, property);

    /// <summary>
    /// Whether a text holds a quoted word that is no key: each error has a key <c>message</c>, which is a property's name as well.
    /// </summary>
    private static bool HasValue(string text, string word)
    {
        var quoted = $"\"{word}\"";
        for (var at = text.IndexOf(quoted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quoted, at + 1, StringComparison.Ordinal))
        {
            if (text.AsSpan(at + quoted.Length).TrimStart() is not [':', ..])
                return true;
        }

        return false;
    }
}
