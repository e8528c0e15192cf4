using System.Globalization;
using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Fetching;

/// <summary>The boxes under a form of LinkedIn's: each is known by its number.</summary>
internal static class LinkedinConsents
{
    /// <summary>Takes what was ticked and what was not: <c>consent_4</c> is <c>true</c> or <c>false</c>.</summary>
    public static void Answer(LeadFields fields, JsonElement response)
    {
        var consents = response.At("formResponse", "consentResponses");
        if (consents.ValueKind != JsonValueKind.Array)
            return;
        foreach (var consent in consents.EnumerateArray())
        {
            if (consent.TextAt("consentId") is { } id)
                fields.Answer(
                    "consentResponses", [string.Create(CultureInfo.InvariantCulture, $"consent_{id}"), id],
                    consent.Says("accepted") ? "true" : "false");
        }
    }
}
