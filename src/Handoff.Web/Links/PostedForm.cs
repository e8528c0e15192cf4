using System.Collections.Immutable;
using Handoff.Service.Links;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Links;

/// <summary>Reads what a link page posts.</summary>
internal static class PostedForm
{
    /// <summary>The form, or the status that refuses it: 413, 415 or 400.</summary>
    public static async Task<(LinkForm? Form, int Status)> ReadAsync(HttpContext http, int limit)
    {
        var (fields, status) = await FormBody.ReadAsync(http, limit);
        return (fields is null ? null : Of(fields), status);
    }

    /// <summary>The form of posted fields.</summary>
    internal static LinkForm Of(IReadOnlyDictionary<string, string> fields)
    {
        return new()
        {
            Action = Given("action"),
            Reason = Given("reason"),
            Rep = Given("rep"),
            Note = Given("note"),
            From = Given("from"),
            Until = Given("until"),
            How = Given("how"),
            Next = Given("next"),
            Outcome = Given("outcome"),
            Amount = Given("amount"),
            Currency = Given("currency"),
        };

        // A field that was left empty was not given.
        string? Given(string name) => fields.GetValueOrDefault(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }
}
