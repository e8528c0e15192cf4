using System.Collections.Immutable;
using Handoff.Calendars;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Meaning;
using Handoff.Service.AgreementFiles.Shapes;
using Handoff.Service.AgreementFiles.Yaml;
using NodaTime;

namespace Handoff.Service.AgreementFiles;

/// <summary>Reads an agreement folder: everything it says, or every mistake in it (design section 4).</summary>
public static class AgreementFolderReader
{
    /// <summary>The most that one file may hold, in bytes.</summary>
    public const int MaxFileBytes = 1 << 20;

    /// <summary>How long the reading of a folder may take; what takes longer is refused.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ImmutableArray<string> Required = [AgreementForm.File, PeopleForm.File, SourcesForm.File];

    private static readonly ImmutableArray<string> Known = [.. Required, ChannelsForm.File];

    /// <summary>Reads the files of a folder and its <c>.ics</c> files; others are not looked at.</summary>
    /// <param name="environment">Answers <c>${NAME}</c>: the value of a variable, or null where it is not set.</param>
    /// <param name="asOf">The time from which every calendar must open within two years.</param>
    /// <returns>The folder, or its mistakes; a missing or unreadable folder or file is one of them.</returns>
    public static FolderReading Read(string directory, Func<string, string?> environment, Instant asOf) =>
        Read(directory, environment, asOf, Patience, TimeProvider.System);

    /// <summary>The same, with another patience: a folder on a disk that does not answer must hold up nobody.</summary>
    internal static FolderReading Read(
        string directory, Func<string, string?> environment, Instant asOf, TimeSpan patience, TimeProvider time)
    {
        // Ends by itself what counts; what waits in the system is left to wait on a thread of its own.
        var limit = new CancellationTokenSource(patience, time);
        var reading = Task.Factory.StartNew(
            () =>
            {
                using (limit)
                {
                    var findings = new Findings();
                    return Read(FolderFiles.Load(directory, Known, Required, findings), environment, asOf, findings, limit.Token);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            return reading.WaitAsync(patience, time).GetAwaiter().GetResult();
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            var says = $"the folder '{ShownText.Quote(directory)}' cannot be read within {patience.TotalSeconds:0.###} s";
            return new FolderReading.Refused([new Mistake(AgreementForm.File, 1, 1, says)]);
        }
    }

    /// <summary>Reads a folder whose files are at hand already, wherever they came from. Pure.</summary>
    /// <param name="files">The texts of the files by name.</param>
    /// <param name="environment">Answers <c>${NAME}</c>: the value of a variable, or null where it is not set.</param>
    /// <param name="asOf">The time from which every calendar must open within two years.</param>
    /// <param name="keysFromEnvironmentOnly">Whether a source's key that the file itself holds, or a default for it, is a mistake.</param>
    /// <returns>The folder, or its mistakes.</returns>
    public static FolderReading Read(
        IReadOnlyDictionary<string, string> files, Func<string, string?> environment, Instant asOf, bool keysFromEnvironmentOnly = false) =>
        Read(files, environment, asOf, new Findings(), CancellationToken.None, keysFromEnvironmentOnly);

    private static FolderReading Read(
        IReadOnlyDictionary<string, string> files,
        Func<string, string?> environment,
        Instant asOf,
        Findings findings,
        CancellationToken cancellation,
        bool keysFromEnvironmentOnly = false)
    {
        var sound = files.Where(file => FolderFiles.Fits(file.Key, file.Value, findings))
            .ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        foreach (var missing in Required.Where(name => !files.ContainsKey(name)))
            findings.AddOnce(Place.StartOf(missing), "the file is missing");

        var roots = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        YamlNode? Compose(string name)
        {
            if (!sound.TryGetValue(name, out var text) || YamlComposer.Compose(name, text, environment, findings) is not { } root)
                return null;
            return roots[name] = root;
        }

        var signed = Compose(AgreementForm.File);
        var agreement = Form(signed, AgreementForm.Shape, findings);
        var people = Form(Compose(PeopleForm.File), PeopleForm.Shape, findings);
        var sources = Form(Compose(SourcesForm.File), SourcesForm.Shape, findings);
        var channels = Form(Compose(ChannelsForm.File), ChannelsForm.Shape, findings);

        var calendars = ImmutableDictionary<string, BusinessCalendar>.Empty;
        StaffMeaning? staff = null;
        if (people is not null)
        {
            (calendars, var names) = new CalendarMeaning(sound, asOf, findings, cancellation).Read(people.Calendars);
            staff = StaffMeaning.Read(people, names, findings);
        }

        if (agreement is not null)
        {
            AgreementMeaning.Check(agreement, staff, staff is null ? null : calendars.Keys, findings);
            if (staff is not null)
                TierMeaning.CheckDeadlines(agreement, staff.Calendars(calendars), asOf, findings);
        }

        if (people is not null)
            TeamMeaning.CheckLists(people, agreement, findings);
        if (sources is not null)
            SourceMeaning.Check(sources, keysFromEnvironmentOnly, findings);
        SpokenMeaning.Check(agreement, people, sources, findings);
        if (channels is not null)
            ChannelMeaning.Check(channels, agreement, staff, keysFromEnvironmentOnly, findings);

        if (findings.Count > 0 || signed is null || agreement is null || staff is null || sources is null)
            return new FolderReading.Refused(findings.InOrder(Known));
        AgreementMeaning.Note(agreement, findings);
        var (terms, company) = (agreement.Build(), staff.Build(calendars, agreement.Language.Value));
        AlertLines.Note(people!, terms, company, asOf, findings);
        return new FolderReading.Loaded(new AgreementFolder(
            terms,
            company,
            sources.Build(),
            calendars,
            SignedContent.Of(signed))
        {
            Channels = channels?.Build() ?? [],
            Files = sound.Where(file => file.Key.EndsWith(".ics", StringComparison.Ordinal))
                .Concat(roots.Select(root => KeyValuePair.Create(root.Key, KeptFile.Of(root.Key, root.Value))))
                .ToImmutableDictionary(StringComparer.Ordinal),
            ReadWith = (text, at) => Read(
                new Dictionary<string, string>(files, StringComparer.Ordinal) { [AgreementForm.File] = text }, environment, at,
                keysFromEnvironmentOnly),
        })
        {
            Notes = findings.Notes,
        };
    }

    private static T? Form<T>(YamlNode? root, Shape<T> shape, Findings findings)
        where T : class =>
        root is not null && shape.Read(root, findings) is { Has: true } form ? form.Value : null;
}
