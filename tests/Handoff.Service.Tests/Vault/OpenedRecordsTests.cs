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

/// <summary>A lead's personal data, which the vault keeps for a moment once it was opened.</summary>
public sealed class OpenedRecordsTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private static readonly LeadRecord Ada = new() { Name = "Ada", Company = "Engines", Form = ImmutableSortedDictionary<string, string>.Empty.Add("name", "Ada") };

    private readonly ILeadKeyStore _keys = Substitute.For<ILeadKeyStore>();
    private readonly IStreamStore _streams = Substitute.For<IStreamStore>();
    private readonly LeadVault _vault;

    public OpenedRecordsTests()
    {
        _vault = new(_keys, _streams);
        _keys.FindKeyAsync("a", Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<byte[]?>(Key));
        Stored(LeadVault.Seal("a", Key, Ada));
    }

    [Fact]
    public async Task What_was_opened_is_given_again()
    {
        var first = await _vault.OpenAsync("a", default);

        Assert.Equal("Ada", first!.Name);
        Assert.Same(first, await _vault.OpenAsync("a", default));
    }

    [Fact]
    public async Task What_was_just_sealed_is_given_without_being_opened()
    {
        var box = LeadVault.Seal("a", Key, Ada);
        Stored(box);

        _vault.Keep("a", box, Ada);

        Assert.Same(Ada, await _vault.OpenAsync("a", default));
    }

    [Fact]
    public async Task Once_the_record_was_sealed_anew_the_new_one_is_given()
    {
        await _vault.OpenAsync("a", default);
        Stored(LeadVault.Seal("a", Key, Ada with { Notes = [new(Instant.FromUtc(2026, 11, 26, 9, 0), "anna@acme.example", "contacted", "Called.")] }));

        Assert.Equal("Called.", Assert.Single((await _vault.OpenAsync("a", default))!.Notes).Text);
    }

    [Fact]
    public async Task Once_the_key_is_destroyed_nothing_is_given()
    {
        await _vault.OpenAsync("a", default);
        _keys.FindKeyAsync("a", Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<byte[]?>((byte[]?)null));

        Assert.Null(await _vault.OpenAsync("a", default));
    }

    [Fact]
    public async Task A_box_that_was_changed_is_refused_though_it_was_opened_before()
    {
        var box = LeadVault.Seal("a", Key, Ada);
        Stored(box);
        await _vault.OpenAsync("a", default);
        var changed = (byte[])box.Clone();
        changed[^1] ^= 1;
        Stored(changed);

        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await _vault.OpenAsync("a", default));
    }

    [Fact]
    public async Task A_box_of_another_lead_is_refused_though_it_was_opened_there()
    {
        var box = await _streams.FindRecordAsync("a", default);
        _keys.FindKeyAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<byte[]?>(Key));
        _streams.FindRecordAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<byte[]?>(box));
        await _vault.OpenAsync("a", default);

        // So many that some share the first one's place.
        for (var other = 0; other < 5_000; other++)
            await Assert.ThrowsAnyAsync<CryptographicException>(async () => await _vault.OpenAsync($"b{other}", default));
    }

    private void Stored(byte[] box) => _streams.FindRecordAsync("a", Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<byte[]?>(box));
}
