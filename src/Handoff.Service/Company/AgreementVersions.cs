using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Agreements.Words;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.AgreementFiles.Forms;
using NodaTime;

namespace Handoff.Service.Company;

/// <summary>What was in force from one instant on: an agreement, or the same one with other people or hours.</summary>
/// <param name="Number">From 1, in the order in which they came into force.</param>
/// <param name="Name">The version that <c>agreement.yaml</c> names.</param>
/// <param name="From">Null: it is not known.</param>
/// <param name="IsOfPeople">Whether only people or their hours changed.</param>
public sealed record AgreementVersion(int Number, string Name, Instant? From, bool IsOfPeople);

/// <summary>A version in words.</summary>
/// <param name="Version">Which.</param>
/// <param name="Terms">What is agreed; without people where their file of then cannot be read any more.</param>
/// <param name="KnowsPeople">Whether people and hours are among the terms.</param>
public sealed record AgreementInWords(AgreementVersion Version, ImmutableArray<AgreementTerm> Terms, bool KnowsPeople);

/// <summary>Reads every version of the agreement that was in force, in words.</summary>
public sealed class AgreementVersions(FilesInForce files, CompanyInForce company, IClock clock)
{
    // Of what is kept of the sources no word is told, and their keys may be set no more.
    private const string NoSources = """{"sources":[{"name":"none","format":"json","key":"none"}]}""";

    // By content, which never changes: every look at the scorecard asks for the versions.
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Every version, the earliest first; at least one.</summary>
    public async Task<ImmutableArray<AgreementVersion>> ListAsync(CancellationToken cancellation)
    {
        var versions = ImmutableArray.CreateBuilder<AgreementVersion>();
        string? agreement = null;
        foreach (var changed in (await files.ListAsync(cancellation)).GroupBy(file => file.From))
        {
            var before = agreement;
            agreement = changed.FirstOrDefault(file => file.Name == AgreementForm.File)?.Content ?? agreement;
            if (agreement is null || changed.All(file => file.Name is SourcesForm.File or ChannelsForm.File))
                continue;
            if (!_names.TryGetValue(agreement, out var name))
                name = _names[agreement] = NameIn(await files.ReadAsync(agreement, cancellation));
            versions.Add(new(versions.Count + 1, name, changed.Key, IsOfPeople: agreement == before));
        }

        return versions.Count > 0 ? versions.ToImmutable() : [new(1, company.Agreement.Version, null, IsOfPeople: false)];
    }

    /// <summary>The agreements by when they came into force, the earliest first; at least one.</summary>
    public async Task<ImmutableArray<(Instant From, Agreement Agreement)>> InForceAsync(CancellationToken cancellation)
    {
        var inForce = ImmutableArray.CreateBuilder<(Instant, Agreement)>();
        foreach (var version in (await ListAsync(cancellation)).Where(version => !version.IsOfPeople))
        {
            if (await company.FindAgreementAsync(version.Name, cancellation) is { } agreement)
                inForce.Add((version.From ?? Instant.MinValue, agreement));
        }

        return inForce.Count > 0 ? inForce.ToImmutable() : [(Instant.MinValue, company.Agreement)];
    }

    /// <summary>A version in the reader's words; null: its files cannot be read any more.</summary>
    /// <param name="version">One of <see cref="ListAsync"/>.</param>
    /// <param name="isLast">Whether it is the one in force.</param>
    /// <param name="language">The reader's.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<AgreementInWords?> ReadAsync(
        AgreementVersion version, bool isLast, Language language, CancellationToken cancellation)
    {
        var (agreement, staff) = isLast || version.From is not { } from
            ? (company.Agreement, company.Staff) : await ReadAsync(version.Name, from, cancellation);
        if (agreement is null)
            return null;
        var today = clock.GetCurrentInstant().InZone(agreement.TimeZone).Date;
        var terms = AgreementTerms.Of(
            agreement, staff, who => company.NameOf(who, language), today, company.NamesOf(agreement, staff).In(language));
        return new(version, terms, staff is not null);
    }

    private async Task<(Agreement? Agreement, Staff? Staff)> ReadAsync(string name, Instant from, CancellationToken cancellation)
    {
        var kept = (await files.AtAsync(from, cancellation)).SetItem(SourcesForm.File, NoSources).Remove(ChannelsForm.File);
        return AgreementFolderReader.Read(kept, _ => null, from) is FolderReading.Loaded loaded
            && loaded.Folder.WithKeptIds() is var folder
            ? (folder.Agreement, folder.Staff)
            // What a variable said then is in the agreement as it was stored.
            : (await company.FindAgreementAsync(name, cancellation), null);
    }

    private static string NameIn(string agreementFile)
    {
        using var json = JsonDocument.Parse(agreementFile);
        return json.RootElement.TryGetProperty("agreement", out var name) ? name.ToString() : "";
    }
}
