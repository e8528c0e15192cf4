namespace Handoff.Web.Links;

/// <summary>The only links that are made from what a person wrote: a plain address to write to, a plain number to call.</summary>
internal static class ContactAddress
{
    /// <summary>A <c>mailto:</c> link, or null when the text is no plain address.</summary>
    public static string? OfEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < email.Length - 1 && email.Length <= 254 && email.All(one => char.IsAsciiLetterOrDigit(one) || "@.+-_".Contains(one, StringComparison.Ordinal))
            ? $"mailto:{email}"
            : null;
    }

    /// <summary>A <c>tel:</c> link, or null when the number is not in E.164.</summary>
    public static string? OfPhone(string phone) =>
        phone.Length is > 4 and <= 16 && phone[0] == '+' && phone.Skip(1).All(char.IsAsciiDigit) ? $"tel:{phone}" : null;
}
