using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.News;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Intake;
using Handoff.Service.People;
using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Service.Company;

/// <summary>
/// What is in force: the agreement, the people with their absences, the sources. Replaced as a whole when the files or an absence change,
/// so a decision never sees half a change. Earlier versions of the agreement come from the store.
/// </summary>
public sealed partial class CompanyInForce(IFactStore facts, PeopleDirectory directory, IClock clock) : ISourceCatalog, IDisposable
{
    /// <summary>How far the clocks of two processes may be apart.</summary>
    private static readonly Duration ClocksApart = Duration.FromSeconds(2);

    /// <summary>How long an absence that was told to another process may be unknown here.</summary>
    private static readonly Duration KnownWithin = Duration.FromMinutes(1);

    private readonly FilesInForce _files = new(facts);
    private readonly AgreementBook _book = new(facts);
    private readonly FolderComposing _composing = new(new(facts), directory, clock);
    private readonly SemaphoreSlim _changing = new(1, 1);
    private volatile Situation? _now;

    private sealed record Situation(
        AgreementFolder Folder, AgreementFolder? Proposed, Agreement Agreement, Staff Staff,
        ImmutableDictionary<PersonId, Colleague> Directory, ImmutableDictionary<string, LeadSource> Sources,
        ImmutableArray<Mistake> Refused, Instant AsOf)
    {
        public Naming Naming { get; } = Naming.Of(Agreement, Staff, Sources.Values);
    }

    /// <summary>The agreement under which new leads qualify; its heads are those of today, appointed ones too.</summary>
    public Agreement Agreement => Now.Agreement;

    /// <summary>Names the signed content of the agreement in force.</summary>
    public string Content => Now.Folder.Content;

    /// <summary>The folder whose agreement is a proposal, for the one in force has to be signed; null: its agreement is in force.</summary>
    public AgreementFolder? Proposed => Now.Proposed;

    /// <summary>The head of a side whom the administrator has appointed in the place of the one who signed; null: nobody was.</summary>
    public PersonId? AppointedFor(Side side) =>
        Now.Agreement.SignedBy(side) is var head && head != Now.Folder.Agreement.SignedBy(side) ? head : null;

    /// <summary>What stands for the files in force: another object when they have changed; null before there are any.</summary>
    public object? Files => _now?.Folder;

    /// <summary>People and calendars, with the absences of the files and those that were told.</summary>
    public Staff Staff => Now.Staff;

    /// <summary>What people read in the place of ids.</summary>
    public Naming Naming => Now.Naming;

    /// <summary>The mistakes of a changed folder that was refused; none when the present one is in force.</summary>
    public ImmutableArray<Mistake> Refused => Now.Refused;

    /// <summary>Who is told what happens to leads.</summary>
    public ImmutableArray<Channel> Channels => Now.Folder.Channels;

    /// <summary>Which events some channel wants; that of an erasure too, for whoever got the lead.</summary>
    public ImmutableHashSet<NewsKind> NewsWanted => Channels.IsEmpty ? ImmutableHashSet<NewsKind>.Empty
        : [NewsKind.LeadErased, .. Channels.SelectMany(channel => channel.Events)];

    /// <summary>The names of the sources.</summary>
    public IEnumerable<string> SourceNames => Now.Sources.Keys;

    /// <summary>Where leads come from.</summary>
    public IEnumerable<LeadSource> Sources => Now.Sources.Values;

    private Situation Now => _now ?? throw new InvalidOperationException("An agreement folder is put in force before anything else.");

    /// <summary>
    /// Everybody who was ever in the files, and what is still known of them. Who was forgotten is known so within a minute everywhere.
    /// </summary>
    public ImmutableDictionary<PersonId, Colleague> Directory => Now.Directory;

    /// <inheritdoc/>
    public LeadSource? Find(string name) => Now.Sources.GetValueOrDefault(name);

    /// <summary>
    /// Puts a folder in force. Its agreement's version is stored by content; other content under a version that was used is refused. Where
    /// what changes the agreement in force has to be signed, another one in the folder is a proposal: the one in force stays, with the
    /// folder's people and sources. Here addresses become ids, once: behind it nothing knows people by their address.
    /// </summary>
    /// <returns>Null, or why it is refused.</returns>
    public async Task<string?> PutInForceAsync(AgreementFolder folder, CancellationToken cancellation) =>
        (await EnterAsync(folder, cancellation)).Select(mistake => mistake.Message).FirstOrDefault();

    /// <summary>Puts what was read of a folder in force.</summary>
    /// <returns>None: it is; else every mistake.</returns>
    public async Task<ImmutableArray<Mistake>> PutInForceAsync(FolderReading reading, CancellationToken cancellation) => reading switch
    {
        FolderReading.Refused refused => refused.Mistakes,
        FolderReading.Loaded loaded => await EnterAsync(loaded.Folder, cancellation),
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

    /// <summary>Reads the told absences and the directory again, and the agreement that another process has put in force.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            var (folder, proposed) = await CaughtUpAsync(cancellation);
            await SettleAsync(folder, proposed, Now.Refused, cancellation);
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
        if (Now.Agreement is var current && current.Version == version)
            return current;
        return (await _book.FindAsync(version, cancellation))?.Agreement;
    }
}
