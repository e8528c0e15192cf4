using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.People;
using NodaTime;

namespace Handoff.Service.Company;

/// <summary>
/// Reads a folder with another <c>agreement.yaml</c> than the one that lies in it: the one in force while its own is a proposal, or the
/// proposal that comes into force.
/// </summary>
internal static class FolderComposing
{
    /// <param name="folder">As it was read.</param>
    /// <param name="text">What is kept of the other <c>agreement.yaml</c>.</param>
    /// <param name="directory">The addresses of the people who stand in it by their ids.</param>
    /// <param name="what">What the mistakes are told of.</param>
    /// <param name="now">The time from which every calendar must open within two years.</param>
    public static FolderReading Compose(
        AgreementFolder folder, string text, ImmutableDictionary<PersonId, Colleague> directory, string what, Instant now)
    {
        // A folder that was made without files, by a test or another program, goes with any agreement.
        if (folder.ReadWith is not { } read)
            return new FolderReading.Loaded(folder);
        var reading = read(WithHeads(KeptFile.WithAddresses(text, directory), folder), now);
        return reading is FolderReading.Refused refused
            ? new FolderReading.Refused([.. refused.Mistakes.Select(mistake => Told(mistake, what)).Distinct()])
            : reading;
    }

    /// <summary>A head who has left the files is no mistake: the one in the folder stands in for the reading.</summary>
    private static string WithHeads(string text, AgreementFolder folder)
    {
        var root = JsonNode.Parse(text)!;
        if (root["signed"] is JsonObject signed)
        {
            Replace("marketing", folder.Agreement.SignedByMarketing);
            Replace("sales", folder.Agreement.SignedBySales);
            void Replace(string side, PersonId head)
            {
                var known = folder.Staff.People.Values.Any(person => person.Address == Person.Normal(signed[side]?.ToString() ?? ""));
                if (!known && folder.Staff.Find(head) is { } instead)
                    signed[side] = instead.Address;
            }
        }

        return root.ToJsonString();
    }

    /// <summary>The lines of what is kept are not those of the file that lies in the folder.</summary>
    private static Mistake Told(Mistake mistake, string what) => mistake.File != AgreementForm.File ? mistake
        : new(AgreementForm.File, 1, 1, $"{what} does not go with the other files: {mistake.Message}");
}
