using System.Diagnostics;
using Handoff.AzureTables.Agreements;
using Handoff.Stores.Tests.AzureTables;

namespace Handoff.Infra.Tests.Publishing;

/// <summary>An unpacked release, with the hooks that azd runs in it, and a container of its own on the storage emulator.</summary>
internal sealed class Release : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("handoff-release-").FullName;
    private readonly string _container = $"t{Guid.NewGuid():N}"[..20];
    private readonly string _storage;

    private Release(string storage)
    {
        _storage = storage;
        Directory.CreateDirectory(Path.Combine(_folder, "infra"));
        File.Copy(Path.Combine(Repository.Infra, "publish-agreement.sh"), Path.Combine(_folder, "infra", "publish-agreement.sh"));
        // The program with its sample, as the build put them beside this test.
        Directory.CreateSymbolicLink(Path.Combine(_folder, "handoff"), AppContext.BaseDirectory);
    }

    public static async Task<Release> UnpackAsync() => new((await Azurite.Shared).ConnectionString);

    public PublishedAgreement Published => new(new() { ConnectionString = _storage }, _container);

    /// <summary>The published files by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FilesAsync() => await Published.ReadAsync(default);

    /// <summary>A copy of the sample as an agreement folder of one's own.</summary>
    public string Agreement(string name, Action<string> change)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample", "acme")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        change(folder);
        return folder;
    }

    /// <summary>Runs a hook of azure.yaml as azd does: its command, in the project's folder, with the values of the environment.</summary>
    public async Task<(int ExitCode, string Said)> HookAsync(string name, string? agreement)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", AzureYaml.Hook(name)])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["HANDOFF_AGREEMENT"] = agreement,
                ["HANDOFF_AGREEMENT_BLOBS"] = _storage,
                ["HANDOFF_AGREEMENT_CONTAINER"] = _container,
                ["HANDOFF_WEBSITE_KEY"] = null,
            },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
