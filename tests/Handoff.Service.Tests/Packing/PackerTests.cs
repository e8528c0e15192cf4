using System.Text;
using Handoff.Service.Packing;
using Xunit;

namespace Handoff.Service.Tests.Packing;

/// <summary>What is packed is read back as it was, for ever; what cannot be read says why.</summary>
public sealed class PackerTests
{
    public static TheoryData<bool> Packers => [true, false];

    private static Packer Of(bool ledger) => ledger ? Packer.Ledger : Packer.Mails;

    [Theory]
    [MemberData(nameof(Packers))]
    public void Whatever_is_packed_is_read_back(bool ledger)
    {
        var chance = new Random(5);
        for (var length = 0; length < 40_000; length = (length * 2) + 1)
        {
            var noise = new byte[length];
            chance.NextBytes(noise);
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"type":"offered","at":"2026-11-26T05:27:12.5908486Z"},""", 1 + (length / 50))));

            Assert.Equal(noise, Of(ledger).Unpack(Of(ledger).Pack(noise)));
            Assert.Equal(text, Of(ledger).Unpack(Of(ledger).Pack(text)));
        }
    }

    [Theory]
    [MemberData(nameof(Packers))]
    public async Task Many_may_pack_and_read_at_once(bool ledger)
    {
        await Parallel.ForAsync(0, 2_000, (n, _) =>
        {
            var text = Encoding.UTF8.GetBytes($$"""{"reception":{"id":"{{n}}","tier":"standard"},"version":{{n}},"clocks":[]}""");
            Assert.Equal(text, Of(ledger).Unpack(Of(ledger).Pack(text)));
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void The_shortest_of_a_ledger_is_stored_as_it_is_unless_it_could_be_taken_for_something_packed()
    {
        var sent = """{"type":"message_sent","at":"2026-11-26T05:27:12Z","number":1}"""u8.ToArray();
        byte[] likePacked = [0x28, 0xB5, 0x2F, 0xFD, 1, 2, 3];

        Assert.Equal(sent, Packer.Ledger.Pack(sent));
        Assert.True(Packer.IsPacked(Packer.Mails.Pack(sent)), "What is not packed of mails is taken for Brotli.");
        Assert.NotEqual(likePacked, Packer.Ledger.Pack(likePacked));
        Assert.Equal(likePacked, Packer.Ledger.Unpack(Packer.Ledger.Pack(likePacked)));
    }

    [Fact]
    public void What_was_stored_before_there_was_packing_is_read_as_it_is()
    {
        var before = """{"type":"qualified","at":"2026-11-26T05:27:12Z"}"""u8.ToArray();

        Assert.False(Packer.IsPacked(before));
        Assert.Equal(before, Packer.Ledger.Unpack(before));
        Assert.Empty(Packer.Ledger.Unpack([]));
    }

    /// <summary>Written by the first version that packed: its dictionary must be there for ever.</summary>
    [Fact]
    public void What_the_first_dictionaries_packed_is_still_read()
    {
        Assert.Equal("""{"type":"qualified","at":"2026-11-26T05:27:12.5908486Z"}""", Encoding.UTF8.GetString(Packer.Ledger.Unpack(Convert.FromBase64String(FirstLedger))));
        Assert.Equal("""{"id":"a-1","kind":"offer","subject":"New lead"}""", Encoding.UTF8.GetString(Packer.Mails.Unpack(Convert.FromBase64String(FirstMail))));
    }

    [Fact]
    public void Every_dictionary_bears_the_number_in_its_name()
    {
        var names = typeof(Packer).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".zdict", StringComparison.Ordinal)).Select(name => name.Split('.')[^2]).ToArray();

        Assert.True(names.Length >= 2);
        Assert.All(names, name => Assert.Equal(name.Split('-')[1], $"{PackDictionary.Read(name).Number}"));
    }

    [Fact]
    public void What_another_dictionary_packed_is_refused_and_says_which()
    {
        var refused = Assert.Throws<InvalidDataException>(() => Packer.Ledger.Unpack(Packer.Mails.Pack("a mail"u8)));

        Assert.Contains("dictionary 6", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cut_or_changed_is_refused_or_read_as_something_else_and_nothing_worse()
    {
        var packed = Packer.Ledger.Pack(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"type":"clock_met"}""", 40))));
        for (var length = 4; length < packed.Length; length++)
            Assert.Throws<InvalidDataException>(() => Packer.Ledger.Unpack(packed[..length]));

        for (var at = 4; at < packed.Length; at++)
        {
            var changed = (byte[])packed.Clone();
            changed[at] ^= 0x55;
            _ = Record.Exception(() => Packer.Ledger.Unpack(changed)) is null or InvalidDataException ? 0 : throw new InvalidOperationException($"Byte {at} breaks it.");
        }
    }

    [Fact]
    public void A_length_that_nothing_stored_has_is_refused_before_it_is_made_room_for()
    {
        // A single segment of 4 GiB, of the ledger's dictionary.
        byte[] frame = [0x28, 0xB5, 0x2F, 0xFD, 0b1010_0001, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0];

        Assert.Throws<InvalidDataException>(() => Packer.Ledger.Unpack(frame));
    }

    private const string FirstLedger = "KLUv/SEBOAUBAIOBBGWEwmy8aZOnrY62TqYejO2oAQN8AOWZd/ERL7QQ";
    private const string FirstMail = "KLUv/SECMCUBAMPBBV5gdO3LCvac1f+PYmxg9FMkMTIwLocOAvxW51CCggjuDg==";
}
