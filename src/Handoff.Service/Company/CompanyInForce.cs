using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.People;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Company;

/// <summary>
/// What is in force: the agreement, the people with their absences, the sources. Replaced as a whole when the files or an absence change,
/// so a decision never sees half a change. Earlier versions of the agreement come from the store.
/// </summary>
public sealed class CompanyInForce(IFactStore facts, PeopleDirectory directory, IClock clock) : ISourceCatalog, IDisposable
{
    /// <summary>How far the clocks of two processes may be apart.</summary>
    private static readonly Duration ClocksApart = Duration.FromSeconds(2);

    /// <summary>How long an absence that was told to another process may be unknown here.</summary>
    private static readonly Duration KnownWithin = Duration.FromMinutes(1);

    private readonly FilesInForce _files = new(facts);
    private readonly SemaphoreSlim _changing = new(1, 1);
    private volatile Situation? _now;
    private ImmutableDictionary<string, Agreement> _earlier = ImmutableDictionary<string, Agreement>.Empty;

    private sealed record Situation(
        AgreementFolder Folder, Staff Staff, ImmutableDictionary<PersonId, Colleague> Directory,
        ImmutableDictionary<string, LeadSource> Sources, ImmutableArray<Mistake> Refused, Instant AsOf);

    /// <summary>The agreement under which new leads qualify.</summary>
    public Agreement Agreement => Now.Folder.Agreement;

    /// <summary>What stands for the files in force: another object when they have changed; null before there are any.</summary>
    public object? Files => _now?.Folder;

    /// <summary>People and calendars, with the absences of the files and those that were told.</summary>
    public Staff Staff => Now.Staff;

    /// <summary>The mistakes of a changed folder that was refused; none when the present one is in force.</summary>
    public ImmutableArray<Mistake> Refused => Now.Refused;

    /// <summary>The names of the sources.</summary>
    public IEnumerable<string> SourceNames => Now.Sources.Keys;

    private Situation Now => _now ?? throw new InvalidOperationException("An agreement folder is put in force before anything else.");

    /// <summary>
    /// Everybody who was ever in the files, and what is still known of them. Who was forgotten is known so within a minute everywhere.
    /// </summary>
    public ImmutableDictionary<PersonId, Colleague> Directory => Now.Directory;

    /// <summary>A person's name, of one who has left the files too; of one who was forgotten, what stands for it.</summary>
    public string NameOf(PersonId who, Language language) =>
        Staff.Find(who)?.Name ?? Directory.GetValueOrDefault(who)?.NameIn(language) ?? who.Value;

    /// <summary>A person's address, of one who has left the files too; of one who was forgotten, <c>former-N</c>.</summary>
    public string AddressOf(PersonId who) =>
        Staff.Find(who)?.Address ?? Directory.GetValueOrDefault(who)?.Shown ?? who.Value;

    /// <summary>The record with the names of who wrote its notes in the place of their ids.</summary>
    public LeadRecord WithAuthors(LeadRecord record, Language language) => record.Notes.IsEmpty ? record
        : record with { Notes = [.. record.Notes.Select(note => note with { By = NameOf(new(note.By), language) })] };

    /// <summary>The name of who answers for a lead of a team: the rep, or the manager of the queue; null: nobody of sales.</summary>
    public string? OwnerName(Owner owner, string team, Language language) => owner.Kind switch
    {
        OwnerKind.Person when owner.Who is { } who => NameOf(who, language),
        OwnerKind.ManagerQueue => Staff.Team(team) is { } found ? NameOf(found.Manager, language) : null,
        _ => null,
    };

    /// <inheritdoc/>
    public LeadSource? Find(string name) => Now.Sources.GetValueOrDefault(name);

    /// <summary>
    /// Puts a folder in force. Its agreement's version is stored by content; other content under a version that was used is refused.
    /// Here addresses become ids, once: behind it nothing knows people by their address.
    /// </summary>
    /// <returns>Null, or why it is refused.</returns>
    public async Task<string?> PutInForceAsync(AgreementFolder folder, CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            var version = folder.Agreement.Version;
            var stored = await facts.FindTextAsync(NameOf(version), cancellation);
            if (stored is not null && !stored.Content.StartsWith(folder.Content, StringComparison.Ordinal))
            {
                return $"The agreement has changed under the version {version}, which is in use. Give it a new version: leads keep the " +
                    "one under which they qualified.";
            }

            folder = folder.WithIds(await directory.EnterAsync(folder.Staff.People.Values, cancellation));
            if (stored is null)
                await facts.SaveTextAsync(new(NameOf(version), folder.Content + "\n" + LedgerJson.Write(folder.Agreement)), cancellation);
            await _files.KeepAsync(folder.Files, clock.GetCurrentInstant(), cancellation);
            await SettleAsync(folder, [], cancellation);
            return null;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Puts what was read of a folder in force.</summary>
    /// <returns>None: it is; else every mistake.</returns>
    public async Task<ImmutableArray<Mistake>> PutInForceAsync(FolderReading reading, CancellationToken cancellation) => reading switch
    {
        FolderReading.Refused refused => refused.Mistakes,
        FolderReading.Loaded loaded =>
            await PutInForceAsync(loaded.Folder, cancellation) is { } why ? [new Mistake("agreement.yaml", 1, 1, why)] : [],
        _ => throw new InvalidOperationException("A folder is loaded or refused."),
    };

    /// <summary>A changed folder has mistakes: the last good one stays, and they are shown.</summary>
    public void Refuse(ImmutableArray<Mistake> mistakes)
    {
        if (_now is { } now)
            _now = now with { Refused = mistakes };
    }

    /// <inheritdoc/>
    public void Dispose() => _changing.Dispose();

    /// <summary>
    /// Somebody's situation changed at <paramref name="changed"/>, perhaps told to another process: reads the told absences again, unless
    /// they were read after it.
    /// </summary>
    public async ValueTask CatchUpAsync(Instant changed, CancellationToken cancellation)
    {
        if (Now.AsOf <= changed + ClocksApart)
            await RefreshAsync(cancellation);
    }

    /// <summary>Somebody is about to be chosen: reads the told absences again, unless that was done within the last minute.</summary>
    public async ValueTask<bool> RefreshIfOldAsync(CancellationToken cancellation)
    {
        var age = clock.GetCurrentInstant() - Now.AsOf;
        if (age >= Duration.Zero && age < KnownWithin)
            return false;
        await RefreshAsync(cancellation);
        return true;
    }

    /// <summary>Reads the told absences and the directory again.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            await SettleAsync(Now.Folder, Now.Refused, cancellation);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>The agreement of that version.</summary>
    /// <exception cref="InvalidOperationException">It was never in force here.</exception>
    public async ValueTask<Agreement> AgreementAsync(string version, CancellationToken cancellation) =>
        await FindAgreementAsync(version, cancellation)
            ?? throw new InvalidOperationException($"Agreement {version} was never in force on this store.");

    /// <summary>The agreement of that version; null: it was never in force here.</summary>
    public async ValueTask<Agreement?> FindAgreementAsync(string version, CancellationToken cancellation)
    {
        if (Now.Folder.Agreement is var current && current.Version == version)
            return current;
        if (_earlier.TryGetValue(version, out var known))
            return known;
        if (await facts.FindTextAsync(NameOf(version), cancellation) is not { } stored)
            return null;
        var agreement = LedgerJson.ReadAgreement(stored.Content[(stored.Content.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        ImmutableInterlocked.TryAdd(ref _earlier, version, agreement);
        return agreement;
    }

    private static string NameOf(string version) => $"agreement:{version}";

    private async Task SettleAsync(AgreementFolder folder, ImmutableArray<Mistake> refused, CancellationToken cancellation)
    {
        var asOf = clock.GetCurrentInstant();
        var told = (await facts.ListAbsencesAsync(asOf, cancellation)).ToLookup(absence => new PersonId(absence.Person));
        var people = ImmutableDictionary.CreateBuilder<PersonId, Person>();
        var back = await facts.ListValuesAsync(ToldAbsences.BackNames, cancellation);
        foreach (var person in folder.Staff.People.Values)
            people.Add(person.Id, ToldAbsences.Apply(person, told[person.Id], back.GetValueOrDefault(ToldAbsences.BackName(person.Id))));

        _now = new(folder, folder.Staff with { People = people.ToImmutable() }, await directory.ReadAsync(cancellation),
            folder.Sources.ToImmutableDictionary(source => source.Name, StringComparer.Ordinal), refused, asOf);
    }
}
