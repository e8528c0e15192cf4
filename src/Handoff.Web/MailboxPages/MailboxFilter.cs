using System.Collections.Immutable;
using Handoff.Service.Mail;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Web.MailboxPages;

/// <summary>Which messages are listed: all of it is in the address.</summary>
/// <param name="Text">What stands in subject, text or recipient, or null.</param>
/// <param name="To">Only to this address, or null.</param>
/// <param name="After">Only what was sent after, or null.</param>
public sealed record MailboxFilter(string? Text, string? To, Instant? After)
{
    private const int Longest = 200;

    internal static MailboxFilter Of(HttpRequest request)
    {
        return new(
            Given("q"), Given("to"),
            InstantPattern.ExtendedIso.Parse(request.Query["after"].ToString()) is { Success: true, Value: var after } ? after : null);

        string? Given(string name) => request.Query[name].ToString().Trim() is { Length: > 0 and <= Longest } text ? text : null;
    }

    public bool IsNone => this is { Text: null, To: null, After: null };

    /// <summary>Whether a message is listed.</summary>
    public bool Matches(MailboxMessage message) =>
        (To is null || string.Equals(To, message.To, StringComparison.OrdinalIgnoreCase))
        && (After is not { } after || message.At > after)
        && (Text is null || new[] { message.Subject, message.Text, message.To }.Any(
            part => part.Contains(Text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The address of a list; each part follows a <c>&amp;</c>.</summary>
    public string Query
    {
        get
        {
            var query = new QueryString();
            foreach (var (name, value) in new[] { ("q", Text), ("to", To), ("after", After is { } at ? Written(at) : null) })
            {
                if (value is not null)
                    query = query.Add(name, value);
            }

            return query.HasValue ? $"&{query.ToUriComponent()[1..]}" : "";
        }
    }

    /// <summary>An instant as the address has it.</summary>
    internal static string Written(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>To whom there are messages, with how many.</summary>
    internal static IEnumerable<(string To, int Count)> Recipients(ImmutableArray<MailboxMessage> messages) =>
        messages.CountBy(message => message.To, StringComparer.OrdinalIgnoreCase).Select(one => (one.Key, one.Value))
            .OrderBy(one => one.Key, StringComparer.OrdinalIgnoreCase);
}
