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

    /// <summary>Reads a folder with the secrets of the environment.</summary>
    public static FolderReading Read(string folder, Instant asOf) => AgreementFolderReader.Read(folder, Environment.GetEnvironmentVariable, asOf);

    /// <summary>Reads the folder and puts it in force. None: it is; else every mistake.</summary>
    public static Task<ImmutableArray<Mistake>> PutInForceAsync(CompanyInForce company, string folder, Instant asOf, CancellationToken cancellation) =>
        company.PutInForceAsync(Read(folder, asOf), cancellation);
}
