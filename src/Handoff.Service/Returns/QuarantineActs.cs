using Handoff.Leads;
using Handoff.Qualification;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.Intake;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Returns;

/// <summary>Carries out what marketing does with a lead that is held back: let it go on, or throw it away.</summary>
public sealed class QuarantineActs(
    CompanyInForce company, LeadTurns turns, LeadVault vault, LookupKeys keys, EarlierLeads earlier, SamePerson samePerson, IClock clock)
{
    public const string Release = "release";
    public const string Discard = "discard";

    /// <summary>Acts for the viewer; null: there is no such lead, or it is not theirs to act on.</summary>
    /// <param name="action"><see cref="Release"/> or <see cref="Discard"/>.</param>
    public async Task<ReturnAnswer?> ActAsync(Viewer viewer, LeadId id, string? action, CancellationToken cancellation)
    {
        if (viewer.Person is not { } person || !viewer.Sight.SeesReturned
            || await turns.OpenAsync(id, cancellation) is not { Lead.Quarantine: not null } opened)
            return null;
        var turn = action == Release
            ? await ReleaseAsync(opened, person.Id, cancellation)
            : await turns.DecideAsync(id, [new DiscardHeld(person.Id)], TurnExtras.None, opened, cancellation);
        return turn.Answer is Answer.TooLate late ? new ReturnAnswer.TooLate(late.Cause) : new ReturnAnswer.Done();
    }

    /// <summary>Whoever asked is looked for as if the request had come now: it may join a handoff that was opened meanwhile.</summary>
    private async Task<TurnOutcome> ReleaseAsync(OpenedLead opened, Handoff.People.PersonId by, CancellationToken cancellation)
    {
        var lead = opened.Lead;
        if (await vault.OpenAsync(lead.Id.Value, cancellation) is not { } record || Usable(lead, new(record.Form)) is not { } contact)
            return await turns.DecideAsync(lead.Id, [new ReleaseHeld(by, Of: null)], TurnExtras.None, opened, cancellation);
        var person = await keys.PersonAsync(contact, cancellation);
        using var turn = await samePerson.EnterAsync(person, cancellation);
        var now = clock.GetCurrentInstant();
        var known = await earlier.FindAsync(contact, person, now, isSure: true, cancellation);
        // Whatever another process claims meanwhile, the keys lead to who came last.
        known = known with { Read = [.. known.Read.Select(read => (read.Key, (long?)null))] };
        var extras = new TurnExtras { Lookups = [.. known.Claims(lead.Id, known.Open, now)] };
        return await turns.DecideAsync(lead.Id, [new ReleaseHeld(by, known.Open)], extras, opened, cancellation);
    }

    private Contact? Usable(Lead lead, LeadForm form) =>
        Contact.Normalise(form, company.Find(lead.Known.Source)?.DefaultCountry) is ContactResult.Usable usable ? usable.Contact : null;
}
