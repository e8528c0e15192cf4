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
internal sealed class FolderComposing(FilesInForce files, PeopleDirectory directory, IClock clock)
{
    /// <summary>The folder with the agreement that stays in force.</summary>
    public async Task<FolderReading> StayingAsync(AgreementFolder folder, KeptAgreement inForce, CancellationToken cancellation)
    {
        var (reading, text) = (new FolderReading.Loaded(folder) as FolderReading, await FindTextInForceAsync(cancellation));
        if (text is not null)
            reading = await ComposeAsync(folder, text, $"The agreement in force, {inForce.Agreement.Version},", cancellation);
        return reading is not FolderReading.Loaded { Folder: var stays } ? reading : new FolderReading.Loaded(stays with
        {
            Agreement = inForce.Agreement,
            Content = inForce.Content,
            Files = text is null ? stays.Files : stays.Files.SetItem(AgreementForm.File, text),
        });
    }

    /// <summary>The folder with a proposal in the place of its agreement.</summary>
    public async Task<FolderReading> ProposedAsync(AgreementFolder folder, string content, string text, CancellationToken cancellation)
    {
        var reading = await ComposeAsync(folder, text, "What was signed", cancellation);
        return reading is FolderReading.Loaded loaded && loaded.Folder.Content != content
            ? new FolderReading.Refused(
                [new(AgreementForm.File, 1, 1, "What a variable says has changed since the agreement was proposed.")])
            : reading;
    }

    private async Task<string?> FindTextInForceAsync(CancellationToken cancellation) =>
        (await files.AtAsync(Instant.MaxValue, cancellation)).GetValueOrDefault(AgreementForm.File);

    private async Task<FolderReading> ComposeAsync(AgreementFolder folder, string text, string what, CancellationToken cancellation)
    {
        // A folder that was made without files, by a test or another program, goes with any agreement.
        if (folder.ReadWith is not { } read)
            return new FolderReading.Loaded(folder);
        var known = KeptFile.WithAddresses(text, await directory.ReadAsync(cancellation));
        var reading = read(WithHeads(known, folder), clock.GetCurrentInstant());
        return reading is FolderReading.Refused refused
            ? new FolderReading.Refused([.. refused.Mistakes.Select(mistake => Told(mistake, what)).Distinct()])
            : reading;
    }

    /// <summary>A head who has left the files is no mistake: the one in the folder stands in for the reading.</summary>
    private static string WithHeads(string text, AgreementFolder folder)
    {
        var root = JsonNode.Parse(text)!;
        // Without the one whom it names the head of marketing invites.
        if (root["alignment"]?["meeting"] is JsonObject meeting && meeting["organizer"] is JsonValue organizer
            && folder.Staff.People.Values.All(person => person.Address != Person.Normal(organizer.ToString())))
            meeting.Remove("organizer");
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
