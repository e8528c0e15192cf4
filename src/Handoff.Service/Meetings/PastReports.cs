using System.Collections.Immutable;
using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Processes;

namespace Handoff.Service.Meetings;

/// <summary>Reads the reports that were sent, as they were sent.</summary>
public sealed class PastReports(ProcessTurns turns, ReportProcess reports, CompanyInForce company)
{
    /// <summary>Whether they are the viewer's to read: a head's, signed in, or the administrator's.</summary>
    public bool IsFor(Viewer viewer) => viewer.Person is not { } person
        || person.Id == company.Agreement.SignedByMarketing || person.Id == company.Agreement.SignedBySales;

    /// <summary>All of them, the newest first.</summary>
    public async Task<ImmutableArray<ReportMade>> ListAsync(CancellationToken cancellation) =>
        [.. (await turns.ReadEventsAsync(ReportProcess.Stream, cancellation)).OfType<ReportMade>().Reverse()];

    /// <summary>One of them in the viewer's language, at the time at which it was made; null: there is none of that number.</summary>
    public async Task<WeeklyReportMail?> FindAsync(int number, Viewer viewer, CancellationToken cancellation) =>
        (await ListAsync(cancellation)).FirstOrDefault(made => made.Number == number) is { } made
            ? reports.MailOf(made, viewer.Person ?? StandIn(viewer.Language), made.At) : null;

    /// <summary>Who reads it on the machine that runs the product.</summary>
    private Person StandIn(Language language) =>
        (company.Staff.Find(company.Agreement.SignedBySales) ?? company.Staff.People.Values.First()) with { Language = language };
}
