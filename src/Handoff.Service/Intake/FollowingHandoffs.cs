using System.Collections.Immutable;
using Handoff.Leads;
using Handoff.Qualification;
using Handoff.Service.Company;
using Handoff.Service.Leads;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>
/// Begins the handoff that follows a returned one, once: with the corrected data, or because the return was overturned. It is judged as it
/// was, under its own agreement; only a correction may change its team, for it may change the country.
/// </summary>
public sealed class FollowingHandoffs(
    CompanyInForce company, LookupKeys keys, EarlierLeads earlier, SamePerson samePerson, Contention contention, LeadTurns turns,
    LeadVault vault, LeadErasure erasure, IClock clock)
{
    /// <summary>Begins it, unless it was begun before, or the lead's data was erased.</summary>
    /// <param name="again">The id under which it begins.</param>
    public async Task BeginAsync(OpenedLead before, LeadId? again, CancellationToken cancellation)
    {
        if (again is not { } id || before.Lead.FollowedBy is not { } follow || follow.Lead != id)
            throw new InvalidOperationException("A handoff that follows is named by the one before.");
        if (await vault.OpenAsync(before.Lead.Id.Value, cancellation) is not { } record)
            return;
        var form = FormOf(record);
        var usual = company.Find(before.Lead.Known.Source)?.DefaultCountry;
        if (Contact.Normalise(form, usual) is not ContactResult.Usable { Contact: var who })
            throw new InvalidOperationException("A correction was read before it was taken.");
        var person = await keys.PersonAsync(who, cancellation);
        using var turn = await samePerson.EnterAsync(person, cancellation);
        using var attempts = contention.Begin();
        for (; await turns.FindAsync(id, cancellation) is null; await attempts.OvertakenAsync(cancellation))
        {
            var now = clock.GetCurrentInstant();
            var known = await earlier.FindAsync(who, person, now, isSure: true, cancellation);
            // Nobody has asked: the person's requests are those before.
            known = known with { Touches = [.. known.Touches.SkipLast(1).DefaultIfEmpty(before.Lead.ReceivedAt)] };
            var key = LeadVault.NewKey();
            var copy = LeadRecord.Of(form, who) with { Notes = record.Notes };
            var verdict = known.Open is null ? ReceptionVerdict.Qualified : ReceptionVerdict.Duplicate;
            var extras = new TurnExtras
            {
                NewKey = key,
                Record = LeadVault.Seal(id.Value, key, copy),
                Opened = copy,
                Lookups = [.. known.Claims(id, known.Open, now)],
            };
            var command = new Receive(Reception(before, id, follow.Cause, form, who, known), verdict, known.Open);
            if (!await turns.BeginAsync(command, then: null, extras, cancellation, before.Agreement))
                continue;
            // Whoever was erased meanwhile is erased here too.
            if (await vault.OpenAsync(before.Lead.Id.Value, cancellation) is null)
                await erasure.EraseAsync(id.Value, cancellation);
            return;
        }
    }

    /// <summary>What the form says with the correction in it: a corrected field that is empty says nothing.</summary>
    public static LeadForm FormOf(LeadRecord record) =>
        new((record.Correction ?? ImmutableSortedDictionary<string, string>.Empty).Aggregate(
            record.Form, (form, field) => field.Value.Length > 0 ? form.SetItem(field.Key, field.Value) : form.Remove(field.Key)));

    private Reception Reception(
        OpenedLead before, LeadId id, FollowCause cause, LeadForm form, Contact who, EarlierLead known)
    {
        var reception = before.Lead.Known with
        {
            Id = id,
            Follows = new(before.Lead.Id, cause),
            Earlier = before.Lead.Id,
            HandoffEndedAt = known.HandoffEndedAt,
            ExistingOwner = null,
            Meeting = null,
            Touches = known.Touches.Length,
        };
        if (cause == FollowCause.Overturned)
            return reception;
        var facts = new LeadFacts(form, who, reception.Source, known.Touches.Length).WithScore(reception.Score).WithTier(reception.Tier);
        var choice = known.TeamOr(Territory.ChooseTeam(company.Staff, facts, before.Agreement.Lists));
        return reception with
        {
            Country = who.Country,
            Language = who.Language,
            // Whoever had it knows it.
            ExistingOwner = known.Owner,
            Team = choice.Team.Name,
            TeamReason = choice.Why,
        };
    }
}
