using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Handoff.Service.Leads;
using Handoff.Service.Serialization;
using Xunit;

namespace Handoff.Service.Tests.Serialization;

/// <summary>The fields of a form in a lead's record.</summary>
public sealed class RecordFieldsTests
{
    private static readonly LeadRecord Record = new()
    {
        Name = "Åsa \"Zoë\" Ærø",
        Form = ImmutableSortedDictionary.CreateRange<string, string>(
            StringComparer.Ordinal, [new("b", "1"), new("B", "2"), new("a_b", "3"), new("ab", ""), new("ä", "\0\u2028😀")]),
    };

    [Fact]
    public void They_are_read_as_they_were_written()
    {
        var read = LedgerJson.ReadRecord(LedgerJson.Write(Record));

        Assert.Equal(Record.Form.AsEnumerable(), read.Form);
        Assert.Equal(Record, read with { Form = Record.Form, Notes = Record.Notes });
    }

    [Fact]
    public void They_are_found_and_listed_the_same_under_every_culture()
    {
        var earlier = CultureInfo.CurrentCulture;
        try
        {
            // Where aa is a letter of its own, behind z.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
            var read = LedgerJson.ReadRecord("""{"form":{"zz":"1","aa":"2","Ab":"3"}}"""u8);

            Assert.Equal(["Ab", "aa", "zz"], read.Form.Keys);
            Assert.Same(StringComparer.Ordinal, read.Form.KeyComparer);
        }
        finally
        {
            CultureInfo.CurrentCulture = earlier;
        }
    }

    [Theory]
    [InlineData("""{"form":["a"]}""")]
    [InlineData("""{"form":{"a":null}}""")]
    [InlineData("""{"form":{"a":{}}}""")]
    [InlineData("""{"form":{"a":7}}""")]
    [InlineData("""{"form":{"a":"1" """)]
    public void What_is_none_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => LedgerJson.ReadRecord(Encoding.UTF8.GetBytes(json)));
}
