using System.Collections.Immutable;
using System.Globalization;

namespace Handoff.Qualification;

/// <summary>The domains of addresses, and the built-in list of those where anybody gets one for nothing.</summary>
public static class EmailDomains
{
    /// <summary>
    /// The built-in list <c>free_mail</c> (design section 8): providers of free and household addresses. Ignores case. A subdomain counts
    /// as its domain where a condition asks (<see cref="IsIn"/>).
    /// </summary>
    public static ImmutableHashSet<string> FreeMail { get; } = FreeMailProviders.Domains
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The domain of an address, lower case; null when there is no <c>@</c> with something after it.</summary>
    public static string? Of(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 0 || at == email.Length - 1 ? null : email[(at + 1)..].ToLower(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the list has the domain or one above it: <c>mail.yahoo.it</c> is in a list that has <c>yahoo.it</c>.</summary>
    /// <param name="list">A list of domains that ignores case.</param>
    public static bool IsIn(ImmutableHashSet<string> list, string domain)
    {
        while (true)
        {
            if (list.Contains(domain))
                return true;
            var dot = domain.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
                return false;
            domain = domain[(dot + 1)..];
        }
    }
}
