using System.Collections.Immutable;
using Handoff.People;
using Handoff.Service.AgreementFiles;

namespace Handoff.Service.Company;

/// <summary>Puts the ids of the directory in the place of the addresses by which a folder names people.</summary>
public static class FolderIds
{
    /// <summary>A folder that was read from what is kept of its files, with the ids that stand in them.</summary>
    public static AgreementFolder WithKeptIds(this AgreementFolder folder) => folder.WithIds(
        folder.Staff.People.Keys.Where(id => id.Value.EndsWith(KeptFile.IdDomain, StringComparison.Ordinal))
            .ToDictionary(id => id, id => new PersonId(id.Value[..^KeptFile.IdDomain.Length])));

    /// <summary>The folder with these ids; also in what is kept of its files.</summary>
    public static AgreementFolder WithIds(this AgreementFolder folder, IReadOnlyDictionary<PersonId, PersonId> ids)
    {
        PersonId Of(PersonId id) => ids.GetValueOrDefault(id, id);
        var staff = folder.Staff;
        var people = staff.People.Values.Select(person => person with { Id = Of(person.Id) }).ToImmutableDictionary(person => person.Id);
        var byAddress = people.Values.DistinctBy(person => person.Address, StringComparer.Ordinal)
            .ToDictionary(person => person.Address, person => person.Id, StringComparer.Ordinal);
        return folder with
        {
            Agreement = folder.Agreement with
            {
                SignedByMarketing = Of(folder.Agreement.SignedByMarketing),
                SignedBySales = Of(folder.Agreement.SignedBySales),
                Alignment = folder.Agreement.Alignment is { Meeting: { Organizer: { } organizer } meeting } alignment
                    ? alignment with { Meeting = meeting with { Organizer = Of(organizer) } } : folder.Agreement.Alignment,
            },
            Staff = staff with
            {
                People = people,
                Teams =
                [
                    .. staff.Teams.Select(team => team with
                    {
                        Manager = Of(team.Manager),
                        Deputy = team.Deputy is { } deputy ? Of(deputy) : null,
                        Director = team.Director is { } director ? Of(director) : null,
                        Reps = [.. team.Reps.Select(rep => rep with { Id = Of(rep.Id) })],
                    }),
                ],
            },
            Files = folder.Files.ToImmutableDictionary(
                file => file.Key, file => KeptFile.WithIds(file.Key, file.Value, byAddress), StringComparer.Ordinal),
        };
    }
}
