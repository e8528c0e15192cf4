using System.Text;
using Handoff.Connect.Bodies;

namespace Handoff.Web.Tests.Intake;

public sealed class JsonFieldsTests
{
    [Theory]
    [InlineData("""{"a":"x"}""", "a=x")]
    [InlineData("""{"a":{"b":{"c":"x"}}}""", "a.b.c=x")]
    [InlineData("""{"a":["x"]}""", "a=x")]
    [InlineData("""{"a":["x","y",3]}""", "a=x, y, 3")]
    [InlineData("""{"a":[{"b":"x"}]}""", "a.b=x")]
    [InlineData("""{"a":[{"b":"x"},{"b":"y"}]}""", "a.0.b=x; a.1.b=y")]
    [InlineData("""{"a":[]}""", "")]
    [InlineData("""{"a":12.50,"b":true,"c":false,"d":1e3}""", "a=12.50; b=true; c=false; d=1e3")]
    [InlineData("""{"a":null}""", "")]
    [InlineData("""{"a":"x","a":"y"}""", "a=y")]
    [InlineData("""{"a":"x","a":null}""", "")]
    [InlineData("""{"a":"\u003Cb\u003E \u202E"}""", "a=<b> \u202E")]
    [InlineData("{}", "")]
    public void What_is_nested_is_flattened_to_text(string json, string fields) => Assert.Equal(fields, Text(Read(json)));

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Equal("a=x", Text(JsonFields.Parse(new byte[] { 0xEF, 0xBB, 0xBF }.Concat("""{"a":"x"}"""u8.ToArray()).ToArray())));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":1}{"b":2}""")]
    [InlineData("{'a':1}")]
    public void What_is_no_JSON_is_told_with_its_position(string json) =>
        Assert.Contains("line 1, byte ", Detail(Read(json)), StringComparison.Ordinal);

    [Fact]
    public void A_position_counts_lines_and_bytes_from_1() =>
        Assert.Contains("line 2, byte 7.", Detail(Read("{\n  \"a\":oops}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("12")]
    public void What_is_no_object_is_refused(string json) => Assert.Contains("object", Detail(Read(json)), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused() => Assert.Contains(
        "UTF-8", Detail(JsonFields.Parse(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' })),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":"x"}""")]
    public void Half_a_character_is_refused(string json) => Assert.Contains("surrogate", Detail(Read(json)), StringComparison.Ordinal);

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(60, false)]
    [InlineData(10_000, false)]
    public void Objects_are_nested_at_most_16_deep(int depth, bool isRead)
    {
        var json = string.Concat(Enumerable.Repeat("""{"a":""", depth)) + "1" + new string('}', depth);

        Assert.Equal(isRead, Read(json) is FieldsAnswer.Read);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_lead_has_at_most_200_fields(int count, bool isRead)
    {
        var json = $"{{{string.Join(',', Enumerable.Range(0, count).Select(number => $"\"f{number}\":1"))}}}";

        Assert.Equal(isRead, Read(json) is FieldsAnswer.Read);
    }

    [Fact]
    public void A_long_name_around_many_fields_does_not_multiply()
    {
        var json = $$"""{"{{new string('n', 600)}}":{"a":1,"b":2} }""";

        Assert.Contains("500 characters", Detail(Read(json)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_of_10_000_characters_is_read_whole() =>
        Assert.Equal($"a={new string('x', 10_000)}", Text(Read("{\"a\":\"" + new string('x', 10_000) + "\"}")));

    private static FieldsAnswer Read(string json) => JsonFields.Parse(Encoding.UTF8.GetBytes(json));

    private static string Detail(FieldsAnswer answer) => Assert.IsType<FieldsAnswer.Unreadable>(answer).Detail;

    private static string Text(FieldsAnswer answer) => string.Join(
        "; ", Assert.IsType<FieldsAnswer.Read>(answer).Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value}"));
}
