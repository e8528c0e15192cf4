using System.Collections.Immutable;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using NodaTime;

namespace Handoff.Local.Agreements;

/// <summary>Reads an agreement folder from the disk and puts it in force.</summary>
internal static class FolderLoader
{
    /// <summary>The sample that comes with the product.</summary>
    public static string Sample { get; } = Path.Combine(AppContext.BaseDirectory, "sample", "acme");

    /// <summary>Stands for secrets that only the app in Azure knows.</summary>
    private const string SetInTheApp = "set-in-the-app";

    /// <summary>Reads a folder as the app in Azure will: what the environment does not have is a setting of the app.</summary>
    public static FolderReading ReadForAzure(string folder, Instant asOf) =>
        AgreementFolderReader.Read(folder, OfTheApp, asOf);

    /// <summary>The value of a variable here, or what stands for one that only the app knows.</summary>
    public static string OfTheApp(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : SetInTheApp;

    /// <summary>Reads a folder with the secrets of the environment.</summary>
    public static FolderReading Read(string folder, Instant asOf) =>
        AgreementFolderReader.Read(folder, Environment.GetEnvironmentVariable, asOf);

    /// <summary>Reads the folder and puts it in force. None: it is; else every mistake.</summary>
    public static Task<ImmutableArray<Mistake>> PutInForceAsync(
        CompanyInForce company, string folder, Instant asOf, CancellationToken cancellation) =>
        company.PutInForceAsync(Read(folder, asOf), cancellation);
}
