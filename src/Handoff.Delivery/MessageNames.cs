using System.Text;
using Handoff.Service.Delivery;

namespace Handoff.Delivery;

/// <summary>
/// The identifiers in the header of a mail, without their angle brackets: the same for every attempt, so a second copy can be recognised.
/// </summary>
internal static class MessageNames
{
    /// <summary>The <c>Message-ID</c>.</summary>
    public static string MessageId(OutgoingMail mail, MailAddress from) => $"{Atom(mail.MessageId)}@{from.Domain}";

    /// <summary>
    /// What <c>References</c> and <c>In-Reply-To</c> name: the lead's conversation. No mail has this id; mail programs group by it all
    /// the same, and the first mail of a lead need not be known to send the second.
    /// </summary>
    public static string Thread(OutgoingMail mail, MailAddress from) => $"thread.{Atom(mail.ThreadId)}@{from.Domain}";

    /// <summary>Whether the language can stand in a header (letters, digits, hyphens).</summary>
    public static bool IsLanguageTag(string language) =>
        language.Length is > 1 and < 36 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    // Ids are letters and digits in practice; any other byte is written as =XX, so that different ids stay different.
    private static string Atom(string id)
    {
        var atom = new StringBuilder(id.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(id))
        {
            if (char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'_') atom.Append((char)unit);
            else atom.Append('=').Append(unit.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return atom.ToString();
    }
}
