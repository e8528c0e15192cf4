using System.Collections.Frozen;

namespace Handoff.Qualification.Quality;

/// <summary>Addresses of a function, behind which nobody in particular reads. RFC 2142 names most; the others are usual.</summary>
internal static class RoleAddresses
{
    private static readonly FrozenSet<string> Names = """
        abuse accounting accounts acquisti admin administration administrator amministrazione ap ar assistenza billing careers
        commerciale contabilita contact contatti contatto customerservice direzione enquiries enquiry feedback finance ftp hello
        help helpdesk hostmaster hr info information inquiries invoices it job jobs legal mail mailer-daemon marketing news newsletter
        no-reply noc noreply office orders ordini payroll personale post postmaster press privacy procurement
        purchasing reception recruitment root sales security segreteria service spam staff
        support sysadmin team ufficio ufficioacquisti usenet vendite webmaster www
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the address is one; <c>info+it@</c> is as <c>info@</c>.</summary>
    public static bool Has(string address)
    {
        var at = address.LastIndexOf('@');
        var local = at < 0 ? address : address[..at];
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        return Names.Contains(plus < 0 ? local : local[..plus]);
    }
}
