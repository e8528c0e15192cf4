using System.Collections.Immutable;
using Handoff.Meetings;
using Handoff.Processes;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Mail;
using Handoff.Service.MailEvents;
using Handoff.Service.Processes;

namespace Handoff.Service.Meetings;

/// <summary>A report that was made.</summary>
/// <param name="Mail">The copy of the mail as it was sent; null: none has left yet.</param>
public sealed record KeptReport(ReportMade Made, MailboxMessage? Mail);

/// <summary>Reads the reports that were sent, as they were sent.</summary>
public sealed class PastReports(ProcessTurns turns, Mailbox mailbox, CompanyInForce company)
{
    /// <summary>Whether they are the viewer's to read: a head's, signed in, or the administrator's.</summary>
    public bool IsFor(Viewer viewer) => viewer.Person is not { } person
        || person.Id == company.Agreement.SignedByMarketing || person.Id == company.Agreement.SignedBySales;

    /// <summary>All of them, the newest first.</summary>
    public async Task<ImmutableArray<ReportMade>> ListAsync(CancellationToken cancellation) =>
        [.. (await turns.ReadEventsAsync(ReportProcess.Stream, cancellation)).OfType<ReportMade>().Reverse()];

    /// <summary>
    /// One of them as it was sent to the viewer, else to a reader of their language, else to anybody; null: there is none.
    /// </summary>
    public async Task<KeptReport?> FindAsync(int number, Viewer viewer, CancellationToken cancellation)
    {
        var events = await turns.ReadEventsAsync(ReportProcess.Stream, cancellation);
        if (events.OfType<ReportMade>().FirstOrDefault(one => one.Number == number) is not { } made)
            return null;
        foreach (var owed in events.OfType<LetterOwed>().Where(one => one.Kind == LetterKind.Report && one.About == number)
            .OrderByDescending(one => one.To == viewer.Person?.Id)
            .ThenByDescending(one => company.Staff.Find(one.To)?.Language == viewer.Language))
        {
            if (await mailbox.FindAsync(new MessageName(ReportProcess.Stream, owed.Number).ToString(), cancellation) is { } mail)
                return new(made, mail);
        }

        return new(made, null);
    }
}
