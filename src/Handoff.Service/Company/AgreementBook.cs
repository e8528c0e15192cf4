using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;

namespace Handoff.Service.Company;

/// <summary>A version of the agreement as the store keeps it.</summary>
/// <param name="Content">Names its signed content, as <see cref="AgreementFolder.Content"/> does.</param>
internal sealed record KeptAgreement(Agreement Agreement, string Content);

/// <summary>Keeps every version of the agreement by its name, which of them is in force, and whom the administrator made a head.</summary>
internal sealed class AgreementBook(IFactStore facts)
{
    private const string InForceName = "agreement-in-force";

    private ImmutableDictionary<string, KeptAgreement> _known = ImmutableDictionary<string, KeptAgreement>.Empty;

    /// <summary>The version of that name; null: none was ever in force here.</summary>
    public async ValueTask<KeptAgreement?> FindAsync(string version, CancellationToken cancellation)
    {
        if (_known.TryGetValue(version, out var known))
            return known;
        if (await facts.FindTextAsync(NameOf(version), cancellation) is not { } stored)
            return null;
        var end = stored.Content.IndexOf('\n', StringComparison.Ordinal);
        var kept = new KeptAgreement(LedgerJson.ReadAgreement(stored.Content[(end + 1)..]), stored.Content[..end]);
        ImmutableInterlocked.TryAdd(ref _known, version, kept);
        return kept;
    }

    /// <summary>The version in force; null: there was never any.</summary>
    public async ValueTask<KeptAgreement?> FindInForceAsync(CancellationToken cancellation) =>
        await facts.FindValueAsync(InForceName, cancellation) is { } version ? await FindAsync(version, cancellation) : null;

    /// <summary>Keeps what comes into force under its version's name.</summary>
    public async Task KeepAsync(AgreementFolder folder, CancellationToken cancellation)
    {
        var version = folder.Agreement.Version;
        if (await FindAsync(version, cancellation) is null)
        {
            await facts.SaveTextAsync(
                new(NameOf(version), folder.Content + "\n" + LedgerJson.Write(folder.Agreement)), cancellation);
        }

        if (await facts.FindValueAsync(InForceName, cancellation) != version)
            await facts.SaveValueAsync(InForceName, version, cancellation);
    }

    /// <summary>The agreement with those in the place of its heads whom the administrator has appointed.</summary>
    public async Task<Agreement> WithAppointedAsync(Agreement agreement, CancellationToken cancellation)
    {
        var appointed = await facts.ListValuesAsync(Appointed(agreement.Version), cancellation);
        PersonId Head(Side side) => appointed.TryGetValue(Appointed(agreement.Version) + Word(side), out var head) ? new(head)
            : agreement.SignedBy(side);
        return appointed.Count == 0 ? agreement
            : agreement with { SignedByMarketing = Head(Side.Marketing), SignedBySales = Head(Side.Sales) };
    }

    /// <summary>Appoints the head of a side, for as long as this version is in force.</summary>
    public ValueTask AppointAsync(string version, Side side, PersonId head, CancellationToken cancellation) =>
        facts.SaveValueAsync(Appointed(version) + Word(side), head.Value, cancellation);

    private static string NameOf(string version) => $"agreement:{version}";

    private static string Appointed(string version) => $"appointed:{version}:";

    private static string Word(Side side) => side == Side.Marketing ? "marketing" : "sales";
}
