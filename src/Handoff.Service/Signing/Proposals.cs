using Handoff.Agreements;
using Handoff.Agreements.Signing;
using Handoff.Leads;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Service.Signing;

/// <summary>What came of appointing a head.</summary>
public enum Appointment
{
    Done,

    /// <summary>The address is not in people.yaml.</summary>
    Unknown,

    /// <summary>The present head is still in people.yaml.</summary>
    HeadIsThere,

    /// <summary>One person would hold both offices.</summary>
    HoldsOther,
}

/// <summary>Proposes what lies in the folder, takes signatures, and lets the administrator replace a head who has left.</summary>
public sealed class Proposals(ProposalProcess process, ProposalBook book, CompanyInForce company, IClock clock)
{
    private AgreementFolder? _seen;
    private bool _hasLooked;

    /// <summary>
    /// This process has read the folder: what is new in it is proposed, and what it says no more is taken back. Whoever has not read a
    /// changed folder yet changes nothing.
    /// </summary>
    public async Task FollowFilesAsync(CancellationToken cancellation)
    {
        var proposed = company.Proposed;
        if (_hasLooked && ReferenceEquals(proposed, _seen))
            return;
        var before = await book.FindCurrentAsync(cancellation);
        var content = proposed?.Content ?? "";
        if (proposed is not null)
            await book.KeepAsync(proposed, cancellation);
        // What came into force lies in the folder and is no proposal any more.
        if ((before?.Content ?? "") != content && (proposed is not null || before!.Content != company.Content))
        {
            var current = await book.ReplaceAsync(content, clock.GetCurrentInstant(), cancellation);
            if (before is { Content.Length: > 0 })
                await AskAsync(before.Content, new ProcessCommand.TakeTurn(), cancellation);
            before = current;
        }

        if (proposed is not null)
        {
            var terms = proposed.Agreement;
            await AskAsync(content, new MakeProposal(
                before!.Since, new(content, terms.Version, terms.Begins, terms.SignedByMarketing, terms.SignedBySales)), cancellation);
        }
        else if (before is { Content.Length: > 0 })
        {
            // A process that was cut short had not put it in force.
            await AskAsync(before.Content, new ProcessCommand.TakeTurn(), cancellation);
        }

        (_seen, _hasLooked) = (proposed, true);
    }

    /// <summary>Signs the current proposal.</summary>
    /// <param name="by">Who signs.</param>
    /// <param name="content">Names what they saw; of another one nothing is signed.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Answer> SignAsync(PersonId by, string content, CancellationToken cancellation) =>
        await book.FindCurrentAsync(cancellation) is { Content.Length: > 0 } current && current.Content == content
            ? await AskAsync(content, new SignProposal(by, content), cancellation)
            : new Answer.TooLate(LateCause.Ended);

    /// <summary>Why nobody was appointed, to the administrator.</summary>
    public static string Says(Appointment refused) => refused switch
    {
        Appointment.Unknown => "Nobody in people.yaml has this address.",
        Appointment.HeadIsThere => "The present head is still in people.yaml: take them out first, or let them sign.",
        Appointment.HoldsOther => "One person cannot sign for both sides.",
        _ => throw new ArgumentOutOfRangeException(nameof(refused), refused, "It was done."),
    };

    /// <summary>Makes somebody the head of a side in the place of one who has left the files.</summary>
    public async Task<Appointment> AppointAsync(string address, Side side, CancellationToken cancellation)
    {
        var agreement = company.Agreement;
        var normal = Person.Normal(address);
        if (company.Staff.People.Values.FirstOrDefault(person => person.Address == normal) is not { } successor)
            return Appointment.Unknown;
        if (agreement.SignedBy(side) == successor.Id)
            return Appointment.Done;
        if (agreement.SignedBy(side == Side.Marketing ? Side.Sales : Side.Marketing) == successor.Id)
            return Appointment.HoldsOther;
        if (company.Staff.Find(agreement.SignedBy(side)) is not null)
            return Appointment.HeadIsThere;
        await company.AppointAsync(side, successor.Id, cancellation);
        if (await book.FindCurrentAsync(cancellation) is { Content.Length: > 0 } current)
            await AskAsync(current.Content, new ProcessCommand.TakeTurn(), cancellation);
        return Appointment.Done;
    }

    private async Task<Answer> AskAsync(string content, ProcessCommand command, CancellationToken cancellation) =>
        (await process.AskAsync(ProposalBook.StreamOf(content), command, cancellation)).Answer;
}
