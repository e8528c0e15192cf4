using global::SendGrid.Helpers.Mail;
using Handoff.Service.Delivery;

namespace Handoff.Delivery.SendGrid;

/// <summary>Writes a mail as a request to SendGrid.</summary>
internal static class SendGridMail
{
    /// <summary>
    /// The request. Every kind of tracking is off, whatever the account's default: it would rewrite signed links to pass through
    /// SendGrid, add parameters to them, or plant a pixel. The one custom argument is the opaque message id, because SendGrid keeps
    /// custom arguments as not personal and cannot delete them; there are no categories.
    /// </summary>
    public static SendGridMessage Write(OutgoingMail mail, MailAddress from, string fromName, MailAddress to)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(from.ToString(), Name(fromName)),
            Subject = HeaderText.Harmless(mail.Subject, HeaderText.LongestSubject),
            Contents = [.. Contents(mail)],
            Headers = Headers(mail, from),
            CustomArgs = new() { [OutgoingMail.MessageArgument] = mail.MessageId },
            TrackingSettings = new()
            {
                ClickTracking = new() { Enable = false, EnableText = false },
                OpenTracking = new() { Enable = false },
                SubscriptionTracking = new() { Enable = false },
                Ganalytics = new() { Enable = false },
            },
        };
        message.AddTo(new EmailAddress(to.ToString(), Name(mail.To.Name)));
        return message;
    }

    /// <summary>In this order, which SendGrid asks for; it takes no empty content.</summary>
    private static IEnumerable<Content> Contents(OutgoingMail mail)
    {
        if (mail.Text.Length > 0) yield return new("text/plain", mail.Text);
        if (mail.Html.Length > 0) yield return new("text/html", mail.Html);
        if (mail.Calendar is { } calendar) yield return new($"text/calendar; method={calendar.Method}; charset=utf-8", calendar.Text);
    }

    private static Dictionary<string, string> Headers(OutgoingMail mail, MailAddress from)
    {
        var thread = $"<{MessageNames.Thread(mail, from)}>";
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Message-ID"] = $"<{MessageNames.MessageId(mail, from)}>",
            ["References"] = thread,
            ["In-Reply-To"] = thread,
            ["Auto-Submitted"] = "auto-generated",
        };
        if (MessageNames.IsLanguageTag(mail.Language)) headers.Add("Content-Language", mail.Language);
        return headers;
    }

    private static string? Name(string name) => NullWhenEmpty(HeaderText.Harmless(name, HeaderText.LongestName));

    // SendGrid takes no empty name; what is null is not written.
    private static string? NullWhenEmpty(string text) => text.Length == 0 ? null : text;
}
