using System.Collections.Immutable;
using System.Security.Cryptography;
using Handoff.Service.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Vault;
using NodaTime;
using NSubstitute;
using Xunit;

// A call that tells the substitute what to return is awaited by nobody.
#pragma warning disable CA2012

namespace Handoff.Service.Tests.Vault;

/// <summary>A lead's personal data: only its own key opens it, and only what was sealed.</summary>
public sealed class LeadVaultTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private static readonly LeadRecord Ada = new()
    {
        Name = "Ada",
        Company = "Engines",
        Form = ImmutableSortedDictionary<string, string>.Empty.Add("name", "Ada"),
    };

    private readonly ILeadKeyStore _keys = Substitute.For<ILeadKeyStore>();
    private readonly IStreamStore _streams = Substitute.For<IStreamStore>();
    private readonly LeadVault _vault;

    public LeadVaultTests()
    {
        _vault = new(_keys, _streams);
        _keys.FindKeyAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<byte[]?>(Key));
        Stored(LeadVault.Seal("a", Key, Ada));
    }

    [Fact]
    public async Task What_was_sealed_last_is_given()
    {
        await _vault.OpenAsync("a", default);
        Stored(LeadVault.Seal(
            "a", Key, Ada with { Notes = [new(Instant.FromUtc(2026, 11, 26, 9, 0), "anna@acme.example", "contacted", "Called.")] }));

        var opened = await _vault.OpenAsync("a", default);

        Assert.Equal(("Ada", "Called."), (opened!.Name, Assert.Single(opened.Notes).Text));
    }

    [Fact]
    public async Task Once_the_key_is_destroyed_nothing_is_given()
    {
        await _vault.OpenAsync("a", default);
        _keys.FindKeyAsync("a", Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<byte[]?>((byte[]?)null));

        Assert.Null(await _vault.OpenAsync("a", default));
        Assert.Null(await _vault.OpenWithKeyAsync("a", Ada, default));
    }

    [Fact]
    public async Task A_box_that_was_changed_is_refused()
    {
        var box = LeadVault.Seal("a", Key, Ada);
        box[^1] ^= 1;
        Stored(box);

        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await _vault.OpenAsync("a", default));
    }

    [Fact]
    public async Task A_box_of_another_lead_is_refused() =>
        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await _vault.OpenAsync("b", default));

    private void Stored(byte[] box) =>
        _streams.FindRecordAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<byte[]?>(box));
}
