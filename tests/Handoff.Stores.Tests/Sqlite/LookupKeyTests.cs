using System.Text;
using Handoff.Sqlite.Lookups;

namespace Handoff.Stores.Tests.Sqlite;

/// <summary>How the embedded store keeps a lookup's key.</summary>
public sealed class LookupKeyTests
{
    private static readonly string Domain = string.Concat(Enumerable.Repeat("0a1b2c3d", 8));
    private static readonly string Address = string.Concat(Enumerable.Repeat("f9e8d7c6", 8));

    [Fact]
    public void A_hash_is_kept_by_its_first_half_and_its_kind()
    {
        byte[] expected = [.. Convert.FromHexString(Domain)[..16], .. "company"u8];

        Assert.Equal(expected, LookupKey.Of($"company:{Domain}").Column);
    }

    [Fact]
    public void A_person_stands_beside_the_company()
    {
        byte[] expected = [.. Convert.FromHexString(Domain)[..16], .. Convert.FromHexString(Address)[..16], .. "person"u8];

        Assert.Equal(expected, LookupKey.Of($"person:{Domain}.{Address}").Column);
    }

    [Theory]
    [InlineData("person:+390212345", "+390212345:person")]
    [InlineData("no kind", "no kind")]
    [InlineData("person:", ":person")]
    public void What_is_no_hash_is_kept_as_it_is(string key, string column) => Assert.Equal(column, Encoding.UTF8.GetString(LookupKey.Of(key).Column));

    [Fact]
    public void Only_what_comes_back_as_it_went_is_taken_for_a_hash()
    {
        var upper = Domain.ToUpperInvariant();

        Assert.Equal($"{upper}:company", Encoding.UTF8.GetString(LookupKey.Of($"company:{upper}").Column));
        Assert.Equal($"{Domain}.{upper}:person", Encoding.UTF8.GetString(LookupKey.Of($"person:{Domain}.{upper}").Column));
        Assert.Equal($"{Domain}.{Address}0:person", Encoding.UTF8.GetString(LookupKey.Of($"person:{Domain}.{Address}0").Column));
    }

    [Fact]
    public void Keys_that_were_kept_as_text_are_kept_alike()
    {
        (string Key, string Text)[] keys = [($"company:{Domain}", $"{Domain}:company"), ($"person:{Domain}.{Address}", $"{Domain}.{Address}:person"), ("person:1", "1:person"), ("x", "x")];
        foreach (var (key, text) in keys)
        {
            var (kept, earlier) = (LookupKey.Of(key), LookupKey.OfText(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(kept.Column, earlier.Column);
            Assert.Equal(kept.Place, earlier.Place);
        }
    }

    [Fact]
    public void The_index_has_a_company_and_its_people_side_by_side()
    {
        Assert.Equal(0x0a1b2c3d_00000000, LookupKey.Of($"company:{Domain}").Place);
        Assert.Equal(0x0a1b2c3d_f9e8d7c6, LookupKey.Of($"person:{Domain}.{Address}").Place);
        Assert.Equal(unchecked((long)0xf9e8d7c6_00000000), LookupKey.Of($"person:{Address}").Place);
    }
}
