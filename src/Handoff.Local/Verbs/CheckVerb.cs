using Handoff.Local.Agreements;
using Handoff.Service.AgreementFiles;
using NodaTime;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff check DIR</c>: every mistake in one run.</summary>
internal static class CheckVerb
{
    public static int Run(string folder, bool forAzure, Instant asOf)
    {
        switch (forAzure ? FolderLoader.ReadForAzure(folder, asOf) : FolderLoader.Read(folder, asOf))
        {
            case FolderReading.Refused refused:
                return Tell.Mistakes(refused.Mistakes);
            case FolderReading.Loaded loaded:
                Tell.Notes(loaded.Notes);
                var (agreement, staff, sources) = (loaded.Folder.Agreement, loaded.Folder.Staff, loaded.Folder.Sources);
                Console.WriteLine($"{folder}: agreement {agreement.Version} of {agreement.Organisation} is " +
                    $"sound: {agreement.Tiers.Length} tiers, {staff.Teams.Length} teams, {staff.Teams.Sum(team => team.Reps.Length)} " +
                    $"reps, {sources.Length} sources.");
                if (agreement.Retention is null)
                    Console.WriteLine("It says no 'retention': the personal data of leads is kept until somebody erases it.");
                return 0;
            default:
                throw new InvalidOperationException("A folder is loaded or refused.");
        }
    }
}
