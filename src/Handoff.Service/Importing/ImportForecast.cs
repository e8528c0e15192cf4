using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Qualification;

namespace Handoff.Service.Importing;

/// <summary>
/// What an import would bring: every row mapped, normalised and scored as the intake does, with no store at hand. So people are found again
/// among the rows above, not among the leads of before.
/// </summary>
public static class ImportForecast
{
    private sealed class Person
    {
        public int Requests;
        public bool IsOpen;
    }

    /// <summary>Counts what would become of each row.</summary>
    /// <param name="order">How rows are read.</param>
    /// <param name="onRow">Told after each row how many were looked at.</param>
    public static ImportTally Of(
        Agreement agreement, ImportOrder order, IEnumerable<TableRow> rows, Action<int> onRow, CancellationToken cancellation)
    {
        var tally = new ImportTally();
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (cancellation.IsCancellationRequested)
                break;
            onRow(Look(agreement, order, row, people, known, tally));
        }

        return tally;
    }

    private static int Look(
        Agreement agreement, ImportOrder order, TableRow row, Dictionary<string, Person> people, HashSet<string> known, ImportTally tally)
    {
        if (RowProblems.OfShape(row, order.Columns.Length) is { } shape)
            return tally.Refuse(row.Line, shape);
        var post = RowPost.Of(order.Source, order.Columns, row);
        if (RowProblems.OfSize(post) is { } size)
            return tally.Refuse(row.Line, size);
        if (known.Contains(post.Key))
            return tally.Know();
        var form = LeadForm.Mapped(order.Source, post.Fields);
        switch (Contact.Normalise(form, order.Source.DefaultCountry))
        {
            case ContactResult.Missing missing:
                return tally.Refuse(row.Line, RowProblems.Say(missing.Problems));
            case ContactResult.Usable { Contact: var contact }:
                known.Add(post.Key);
                var status = StatusOf(agreement, order.Source, form, contact, people, out var tier);
                return tally.Take(status.Word(), tier);
            default:
                throw new InvalidOperationException("A form is usable or not.");
        }
    }

    private static LeadStatus StatusOf(
        Agreement agreement, LeadSource source, LeadForm form, Contact contact, Dictionary<string, Person> people, out string tier)
    {
        // As the intake: the address decides, the phone counts only for a request without one, and each leads to whoever came last.
        var person = people.GetValueOrDefault(contact.Email ?? contact.Phone!) ?? new Person();
        person.Requests++;
        var assessment = Qualify.Assess(agreement, new LeadFacts(form, contact, source.Name, person.Requests));
        tier = assessment.Tier;
        foreach (var key in (ReadOnlySpan<string?>)[contact.Email, contact.Phone])
        {
            if (key is not null)
                people[key] = person;
        }

        if (person.IsOpen)
            return LeadStatus.Duplicate;
        person.IsOpen = assessment.IsQualified;
        return assessment.IsQualified ? LeadStatus.Qualified : LeadStatus.Nurture;
    }
}
