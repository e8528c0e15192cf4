using System.Collections.Frozen;

namespace Handoff.Qualification;

/// <summary>Addresses that an office reads, and not one person.</summary>
public static class RoleAddresses
{
    private static readonly FrozenSet<string> Locals = new[]
    {
        "abuse", "accounting", "accounts", "admin", "administration", "amministrazione", "acquisti", "assistenza", "billing", "booking",
        "careers", "clienti", "commerciale", "contabilita", "contact", "contacts", "contatti", "contatto", "customerservice", "direzione",
        "enquiries", "fatturazione", "fatture", "finance", "hello", "help", "helpdesk", "hr", "info", "informazioni", "inquiries", "it",
        "jobs", "lavoro", "legal", "mail", "marketing", "news", "newsletter", "no-reply", "noreply", "office", "orders", "ordini", "posta",
        "postmaster", "prenotazioni", "press", "privacy", "produzione", "protocollo", "purchasing", "reception", "risorseumane", "sales",
        "segreteria", "service", "servizi", "servizioclienti", "shop", "stampa", "support", "supporto", "team", "ufficio",
        "ufficioacquisti", "vendite", "webmaster", "welcome",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an address, normalised, is an office's by what stands before its <c>@</c> (and before a <c>+</c>).</summary>
    public static bool IsRole(string address)
    {
        var local = address[..Math.Max(0, address.IndexOf('@', StringComparison.Ordinal))];
        var tag = local.IndexOf('+', StringComparison.Ordinal);
        return Locals.Contains((tag > 0 ? local[..tag] : local).Replace(".", "", StringComparison.Ordinal));
    }
}
