using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.Busy;
using NodaTime;

namespace Handoff.Service.Company;

/// <content>How the company in force changes.</content>
public sealed partial class CompanyInForce
{
    private async Task<ImmutableArray<Mistake>> EnterAsync(AgreementFolder folder, CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            var (version, now) = (folder.Agreement.Version, clock.GetCurrentInstant());
            if (await _book.FindAsync(version, cancellation) is { } stored && stored.Content != folder.Content)
            {
                return [new(AgreementForm.File, 1, 1, $"The agreement has changed under the version {version}, which is in use. Give it a "
                    + "new version: leads keep the one under which they qualified.")];
            }

            var inForce = await _book.FindInForceAsync(cancellation);
            if (inForce is not { Agreement.RequiresSignatures: true } || inForce.Content == folder.Content)
            {
                folder = folder.WithIds(await directory.EnterAsync(folder.Staff.People.Values, cancellation));
                await _book.KeepAsync(folder, cancellation);
                await _files.KeepAsync(folder.Files, now, cancellation);
                await SettleAsync(folder, proposed: null, [], cancellation);
                return [];
            }

            var reading = await _composing.StayingAsync(folder, inForce, cancellation);
            if (reading is not FolderReading.Loaded { Folder: var stays })
                return ((FolderReading.Refused)reading).Mistakes;
            var ids = await directory.EnterAsync(folder.Staff.People.Values, cancellation);
            stays = stays.WithIds(ids);
            await _files.KeepAsync(stays.Files, now, cancellation);
            await SettleAsync(stays, folder.WithIds(ids), [], cancellation);
            return [];
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>What keeps a proposal from coming into force with the people and sources of now; none: nothing does.</summary>
    /// <param name="content">Names its signed content.</param>
    /// <param name="text">What is kept of its file.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ImmutableArray<Mistake>> CheckAsync(string content, string text, CancellationToken cancellation) =>
        await _composing.ProposedAsync(Now.Folder, content, text, cancellation) is FolderReading.Refused refused ? refused.Mistakes : [];

    /// <summary>Puts a signed proposal in force; one that is in force already changes nothing.</summary>
    /// <param name="content">Names its signed content.</param>
    /// <param name="text">What is kept of its file.</param>
    /// <param name="from">Since when it is in force.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>None: it is; else what keeps it from coming into force.</returns>
    public async Task<ImmutableArray<Mistake>> EnforceAsync(string content, string text, Instant from, CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            if (Now.Folder.Content == content)
                return [];
            var reading = await _composing.ProposedAsync(Now.Folder, content, text, cancellation);
            if (reading is not FolderReading.Loaded { Folder: var folder })
                return ((FolderReading.Refused)reading).Mistakes;
            folder = folder.WithIds(await directory.EnterAsync(folder.Staff.People.Values, cancellation));
            if (await _book.FindInForceAsync(cancellation) is not { } kept || kept.Content != content)
            {
                await _files.KeepAsync(AgreementForm.File, text, from, cancellation);
                await _book.KeepAsync(folder, cancellation);
            }

            await SettleAsync(folder, Now.Proposed?.Content == content ? null : Now.Proposed, Now.Refused, cancellation);
            return [];
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Whether another agreement came into force after that instant; one that comes back counts too.</summary>
    public async Task<bool> HasChangedSinceAsync(Instant at, CancellationToken cancellation) =>
        (await _files.ListAsync(cancellation)).Any(file => file.Name == AgreementForm.File && file.From > at);

    /// <summary>Makes somebody the head of a side for as long as the agreement in force is.</summary>
    public async Task AppointAsync(Side side, PersonId head, CancellationToken cancellation)
    {
        await _book.AppointAsync(Agreement.Version, side, head, cancellation);
        await RefreshAsync(cancellation);
    }

    /// <summary>The folder with the agreement that another process has put in force since, where it goes with what is read here.</summary>
    private async Task<(AgreementFolder Folder, AgreementFolder? Proposed)> CaughtUpAsync(CancellationToken cancellation)
    {
        var (folder, proposed) = (Now.Folder, Now.Proposed);
        if (await _book.FindInForceAsync(cancellation) is not { } inForce || inForce.Content == folder.Content
            || await _composing.StayingAsync(folder, inForce, cancellation) is not FolderReading.Loaded loaded)
            return (folder, proposed);
        folder = loaded.Folder.WithIds(await directory.EnterAsync(loaded.Folder.Staff.People.Values, cancellation));
        return (folder, proposed?.Content == inForce.Content ? null : proposed);
    }

    private async Task SettleAsync(
        AgreementFolder folder, AgreementFolder? proposed, ImmutableArray<Mistake> refused, CancellationToken cancellation)
    {
        var asOf = clock.GetCurrentInstant();
        var told = (await facts.ListAbsencesAsync(asOf, cancellation)).ToLookup(absence => new PersonId(absence.Person));
        var people = ImmutableDictionary.CreateBuilder<PersonId, Person>();
        var back = await facts.ListValuesAsync(ToldAbsences.BackNames, cancellation);
        var read = folder.Staff.People.Values.Any(person => person.Busy is not null)
            ? await facts.ListValuesAsync(BusyState.Names, cancellation) : ImmutableDictionary<string, string>.Empty;
        foreach (var person in folder.Staff.People.Values)
            people.Add(person.Id, ToldAbsences.Apply(
                person, told[person.Id], BusyState.AbsencesOf(person, read), back.GetValueOrDefault(ToldAbsences.BackName(person.Id))));

        _now = new(folder, proposed, await _book.WithAppointedAsync(folder.Agreement, cancellation),
            folder.Staff with { People = people.ToImmutable() }, await directory.ReadAsync(cancellation),
            folder.Sources.ToImmutableDictionary(source => source.Name, StringComparer.Ordinal), refused, asOf);
    }
}
