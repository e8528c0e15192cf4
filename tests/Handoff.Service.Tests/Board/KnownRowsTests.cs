using System.Globalization;
using Handoff.Rows;
using Handoff.Service.Board;
using Handoff.Service.Storage;
using Xunit;

namespace Handoff.Service.Tests.Board;

public sealed class KnownRowsTests
{
    private readonly KnownRows _rows = new();

    [Fact]
    public void A_row_as_it_was_is_not_parsed_again()
    {
        var first = Look(Stored("a", score: 70));

        Assert.True(_rows.IsKnown("a", "70"));
        Assert.Same(first, Look(Stored("a", score: 70) with { Bytes = default }));
    }

    [Fact]
    public void A_row_that_changed_is_what_the_store_says_now()
    {
        Look(Stored("a", score: 70));

        Assert.Equal(40, Look(Stored("a", score: 40)).Score);
        Assert.Equal(70, Look(Stored("a", score: 70)).Score);
    }

    [Fact]
    public void A_row_without_a_tag_is_read_each_time()
    {
        var first = Look(Stored("a", score: 70) with { Tag = "" });

        Assert.False(_rows.IsKnown("a", ""));
        Assert.NotSame(first, Look(Stored("a", score: 70) with { Tag = "" }));
    }

    [Fact]
    public void A_row_that_a_look_did_not_read_is_forgotten()
    {
        var first = Look(Stored("a", score: 70));
        Look(Stored("b", score: 70));

        Assert.NotSame(first, Look(Stored("a", score: 70)));
    }

    private LeadRow Look(StoredRow stored)
    {
        var row = _rows.Read(stored).Row;
        _rows.KeepRead();
        return row;
    }

    private static StoredRow Stored(string id, int score) =>
        GivenRow.Stored(GivenRow.Of(id) with { Score = score }) with { Tag = score.ToString(CultureInfo.InvariantCulture) };
}
