using Handoff.Connect.Channels.Crm;
using Handoff.Service.Delivery;
using NodaTime;

namespace Handoff.Connect.Channels.Salesforce;

/// <summary>
/// What Salesforce's refusals mean (developer.salesforce.com, REST API, "Status Codes and Error Responses"): a list of errors with a code,
/// and the fields where it knows them. Its messages quote what was sent: only codes and our own names of fields go into reasons.
/// </summary>
internal static class SalesforceAnswers
{
    public const string Converted = "CANNOT_UPDATE_CONVERTED_LEAD";

    /// <summary>What says that our fields were not set up.</summary>
    private static readonly string[] OfSetup =
        ["INVALID_FIELD", "INVALID_FIELD_FOR_INSERT_UPDATE", "INVALID_TYPE", "REQUIRED_FIELD_MISSING", "NOT_FOUND"];

    private static readonly string[] OfRights =
        ["INSUFFICIENT_ACCESS", "INSUFFICIENT_ACCESS_OR_READONLY", "API_DISABLED_FOR_ORG", "API_CURRENTLY_DISABLED"];

    /// <summary>The quota is of the last 24 hours, so it comes back bit by bit.</summary>
    private static readonly Duration Quota = Duration.FromHours(1);

    public static SendOutcome Of(CrmAnswer answer) => answer switch
    {
        CrmAnswer.Silent silent => silent.Why,
        CrmAnswer.Said said => Of(said, CodeOf(said)),
        _ => throw new InvalidOperationException("A CRM answers or is silent."),
    };

    /// <summary>What came of asking for a token; whatever says that we are not let in stops the channel.</summary>
    public static SendOutcome OfToken(CrmAnswer answer)
    {
        if (answer is not CrmAnswer.Said said)
            return Of(answer);
        var code = said.Body.Code("error");
        var says = code is null ? $"HTTP {said.Status} for a token" : $"HTTP {said.Status} {code} for a token";
        return said.Status is 400 or 401 && code is "invalid_client" or "invalid_client_id" or "invalid_grant" or "unauthorized_client"
                or "inactive_user" or "inactive_org"
            ? new SendOutcome.Refused($"{says}: Salesforce does not let the connected app in")
            : new SendOutcome.Failed(says, said.RetryAfter);
    }

    /// <summary>The first error's code; null: there is none.</summary>
    public static string? CodeOf(CrmAnswer.Said said) => said.Body.Items.FirstOrDefault().Code("errorCode");

    /// <summary>Which of the fields that were sent Salesforce does not take: unknown there, or not a value of theirs.</summary>
    public static string[] NotTaken(CrmAnswer.Said said, IEnumerable<string> sent)
    {
        if (said.Status != 400)
            return [];
        var errors = said.Body.Items.ToArray();
        var named = errors.SelectMany(error => error.At("fields").Items.Select(field => new CrmBody(field.Root).Text()))
            .OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. sent.Where(name => !SalesforceLead.Needs(name) && (named.Contains(name) || errors.Any(error => IsUnknown(error, name)))),
        ];
    }

    private static bool IsUnknown(CrmBody error, string field) =>
        error.Code("errorCode") is "INVALID_FIELD" && (error.Text("message") ?? "").Contains($"'{field}'", StringComparison.Ordinal);

    private static SendOutcome Of(CrmAnswer.Said said, string? code)
    {
        var says = code is null ? $"HTTP {said.Status}" : $"HTTP {said.Status} {code}";
        return said.Status switch
        {
            _ when code == "REQUEST_LIMIT_EXCEEDED" => new SendOutcome.Failed($"{says}: the day's quota", said.RetryAfter ?? Quota),
            >= 200 and < 300 => new SendOutcome.Failed($"{says}: the answer cannot be read", said.RetryAfter),
            300 => new SendOutcome.Misconfigured($"{says}: several records have the lead's id; Handoff_Id__c must be unique"),
            401 => new SendOutcome.Refused($"{says}: Salesforce does not take its own token"),
            403 when OfRights.Contains(code) => new SendOutcome.Refused($"{says}: the app's user may not"),
            400 or 404 when OfSetup.Contains(code) =>
                new SendOutcome.Misconfigured($"{says}: the fields of the Lead are not as they must be"),
            > 300 and < 400 => new SendOutcome.Failed($"{says}: redirects are not followed", said.RetryAfter),
            _ => new SendOutcome.Failed(says, said.RetryAfter),
        };
    }
}
