using System.Text;
using Handoff.Local.Agreements;
using Handoff.Local.Clocks;
using Handoff.Local.Importing;
using Handoff.Local.Verbs;
using Handoff.Service.Storage;
using Handoff.Sqlite;

namespace Handoff.Local.Tests.Importing;

/// <summary>What one run of the verb said.</summary>
internal sealed record Run(int Exit, string Out, string Error);

/// <summary>A folder with a CSV file and, beside it, a data folder that nothing serves.</summary>
internal sealed class ImportFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("handoff-import-").FullName;

    public string Data => Path.Combine(_folder, "data");

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public ImportFolder With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public ImportFolder With(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return this;
    }

    /// <summary>So many people who ask for a demo, each of a company of its own.</summary>
    public static string Demos(int count) =>
        "E-mail,Nome,Cognome,Azienda,Paese,Form\n"
            + string.Concat(
            Enumerable.Range(1, count)
            .Select(number => $"p{number}@company{number}.example,Ada,L{number},\"Company, {number}\",IT,demo\n"));

    public ImportOptions Options(string file) =>
        new() { File = PathOf(file), Source = "website", Data = Data, Agreement = FolderLoader.Sample };

    public Task<Run> ImportAsync(string file) => ImportAsync(Options(file));

    public static async Task<Run> ImportAsync(ImportOptions options, CancellationToken cancellation = default)
    {
        using var said = new StringWriter();
        using var wrong = new StringWriter();
        var exit = await ImportVerb.RunAsync(options, new(said, wrong, IsTerminal: false), TimeProvider.System, cancellation);
        return new(exit, said.ToString(), wrong.ToString());
    }

    /// <summary>How many leads the data folder holds.</summary>
    public async Task<int> LeadsAsync()
    {
        await using var store = await SqliteStore.OpenAsync(Data, new StoreClock(TimeProvider.System));
        return await store.ListAsync(StreamKind.Lead, default).CountAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
