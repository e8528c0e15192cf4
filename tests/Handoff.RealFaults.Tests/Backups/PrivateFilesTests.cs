using Handoff.Local.Backups;
using Handoff.Local.Verbs;
using Handoff.RealFaults.Tests.Hosting;
using Handoff.Service.Storage;
using Handoff.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.RealFaults.Tests.Backups;

/// <summary>Other users of the machine open neither data nor keys nor backups, whatever the folder was like before.</summary>
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Readable = Mine | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode OpenFolder = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly UnixFileMode[] OfOthers =
    [
        UnixFileMode.GroupRead, UnixFileMode.GroupWrite, UnixFileMode.GroupExecute,
        UnixFileMode.OtherRead, UnixFileMode.OtherWrite, UnixFileMode.OtherExecute,
    ];

    private readonly FaultFolder _folder = new();

    private string Backups => _folder.In("backups");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_of_a_folder_that_was_open_before_are_closed_when_it_is_opened_and_the_folder_is_told()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_folder.Data);
        await using (await SqliteStore.OpenAsync(_folder.Data, new Clock()))
        {
            // As an earlier version left them, the logs of a host that was killed too.
            foreach (var file in Directory.EnumerateFiles(_folder.Data, "*.db*").ToList())
                File.Copy(file, file + ".was");
        }

        foreach (var was in Directory.EnumerateFiles(_folder.Data, "*.was").ToList())
            File.Move(was, was[..^4], overwrite: true);
        foreach (var file in Directory.EnumerateFiles(_folder.Data))
            File.SetUnixFileMode(file, Readable);
        File.SetUnixFileMode(_folder.Data, OpenFolder);
        var log = new Lines();

        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock(), log);

        AllAreMine(_folder.Data, least: 5);
        Assert.Contains($"{_folder.Data} is open to other users of this machine", Assert.Single(log.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_made_is_closed_from_the_beginning_and_nothing_is_told()
    {
        if (OperatingSystem.IsWindows())
            return;
        var log = new Lines();

        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock(), log);

        Assert.False(PrivateFile.IsOpen(_folder.Data));
        AllAreMine(_folder.Data, least: 5);
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task A_backup_is_closed_has_no_logs_and_closes_those_that_were_made_before()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var store = await SqliteStore.OpenAsync(_folder.Data, new Clock());
        Directory.CreateDirectory(Path.Combine(_folder.Data, "link-keys"));
        File.WriteAllText(Path.Combine(_folder.Data, "link-keys", "key-1.xml"), "<key/>");
        File.SetUnixFileMode(Path.Combine(_folder.Data, "link-keys", "key-1.xml"), Readable);
        Directory.CreateDirectory(Backups, OpenFolder);
        Assert.Equal(0, BackupVerb.Run(_folder.Data, Backups, TimeProvider.System));
        foreach (var file in Directory.EnumerateFiles(Backups, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(file, Readable);

        Assert.Equal(0, BackupVerb.Run(_folder.Data, Backups, TimeProvider.System));

        AllAreMine(Backups, least: 9);
        Assert.All(BackupFolder.List(Backups), backup =>
        {
            string[] files = ["handoff.db", "keys/keys.db", "keys/link-keys/key-1.xml"];
            Assert.Equal(files, backup.Manifest.Files.Select(file => file.Name));
            Assert.Equal([.. files, "manifest.json"], Directory.EnumerateFiles(backup.Path, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(backup.Path, file)).Order(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task What_is_restored_is_closed()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using (await SqliteStore.OpenAsync(_folder.Data, new Clock()))
            Assert.Equal(0, BackupVerb.Run(_folder.Data, Backups, TimeProvider.System));
        var backups = Directory.EnumerateFiles(Backups, "*", SearchOption.AllDirectories);
        foreach (var file in backups.Concat(Directory.EnumerateFiles(_folder.Data)))
            File.SetUnixFileMode(file, Readable);

        Assert.Equal(0, RestoreVerb.Run(new(Backups, _folder.Data, Replace: true, WithoutKeys: false, Erased: null), TimeProvider.System));

        AllAreMine(_folder.Data, least: 4);
    }

    private static void AllAreMine(string folder, int least)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList();
        Assert.True(files.Count >= least, string.Join(", ", files));
        foreach (var file in files)
        {
            var mode = OperatingSystem.IsWindows() ? Mine : File.GetUnixFileMode(file);
            Assert.Equal((file, false), (file, OfOthers.Any(one => mode.HasFlag(one))));
        }
    }

    private sealed class Clock : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 11, 25, 12, 0);
    }

    private sealed class Lines : ILogger<SqliteStore>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));
    }
}
