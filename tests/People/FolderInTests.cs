using Handoff.People;
using Handoff.Service.Company;

namespace Handoff.Service.AgreementFiles;

/// <summary>A folder as it is in force in tests: its people have the ids of <see cref="PersonIdOfAddress"/>.</summary>
internal static class FolderInTests
{
    public static AgreementFolder WithTestIds(this AgreementFolder folder) =>
        folder.WithIds(folder.Staff.People.Keys.ToDictionary(id => id, id => PersonId.Of(id.Value)));
}
