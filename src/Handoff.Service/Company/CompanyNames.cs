using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Leads;

namespace Handoff.Service.Company;

/// <summary>What people of the company are called.</summary>
public static class CompanyNames
{
    /// <summary>A person's name, of one who has left the files too; of one who was forgotten, what stands for it.</summary>
    public static string NameOf(this CompanyInForce company, PersonId who, Language language) =>
        company.Staff.Find(who)?.Name ?? company.Directory.GetValueOrDefault(who)?.NameIn(language) ?? who.Value;

    /// <summary>A person's address, of one who has left the files too; of one who was forgotten, <c>former-N</c>.</summary>
    public static string AddressOf(this CompanyInForce company, PersonId who) =>
        company.Staff.Find(who)?.Address ?? company.Directory.GetValueOrDefault(who)?.Shown ?? who.Value;

    /// <summary>What people read in the place of ids under a version of the agreement, and the people who went with it.</summary>
    public static Naming NamesOf(this CompanyInForce company, Agreement agreement, Staff? staff = null) =>
        Naming.Of(agreement, staff ?? company.Staff, company.Sources);

    /// <summary>The record with the names of who wrote its notes in the place of their ids.</summary>
    public static LeadRecord WithAuthors(this CompanyInForce company, LeadRecord record, Language language) => record.Notes.IsEmpty ? record
        : record with { Notes = [.. record.Notes.Select(note => note with { By = company.NameOf(new(note.By), language) })] };

    /// <summary>The name of who answers for a lead of a team: the rep, or the manager of the queue; null: nobody of sales.</summary>
    public static string? OwnerName(this CompanyInForce company, Owner owner, string team, Language language) => owner.Kind switch
    {
        OwnerKind.Person when owner.Who is { } who => company.NameOf(who, language),
        OwnerKind.ManagerQueue => company.Staff.Team(team) is { } found ? company.NameOf(found.Manager, language) : null,
        _ => null,
    };
}
