using System.Collections.Frozen;

namespace Handoff.Qualification.Quality;

/// <summary>Addresses of a function, behind which nobody in particular reads. RFC 2142 names most; the others are usual.</summary>
public static class RoleAddresses
{
    private static readonly FrozenSet<string> Names = """
        abuse accounting accounts acquisti admin administration administrator amministrazione ap ar assistenza billing booking
        careers clienti commerciale contabilita contact contacts contatti contatto customerservice direzione enquiries enquiry
        fatturazione fatture feedback finance ftp hello help helpdesk hostmaster hr info information informazioni inquiries invoices
        it job jobs lavoro legal mail mailer-daemon marketing news newsletter no-reply noc noreply office orders ordini payroll
        personale post posta postmaster prenotazioni press privacy procurement produzione protocollo purchasing reception recruitment
        risorseumane root sales security segreteria service servizi servizioclienti shop spam staff stampa support supporto sysadmin
        team ufficio ufficioacquisti usenet vendite webmaster welcome www
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the address is one; <c>info+it@</c> is as <c>info@</c>.</summary>
    public static bool Has(string address)
    {
        var at = address.LastIndexOf('@');
        var local = at < 0 ? address : address[..at];
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        return Names.Contains((plus < 0 ? local : local[..plus]).Replace(".", "", StringComparison.Ordinal));
    }
}
