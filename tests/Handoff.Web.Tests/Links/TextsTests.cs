using System.Text.RegularExpressions;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Links;
using Handoff.Web.Links.Texts;
using NodaTime;

namespace Handoff.Web.Tests.Links;

public sealed partial class TextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("de")]
    public void Every_notice_has_a_sentence_whether_or_not_it_knows_who_and_when(string tag)
    {
        var language = (Language)tag;
        var page = Given.Page(LinkPurpose.Offer, Given.Anna(language));
        var kinds = Enum.GetValues<LinkNoticeCode>().Where(code => code != LinkNoticeCode.TooLate).Select(code => new LinkNotice(code))
            .Concat(Enum.GetValues<LateCause>().Select(cause => LinkNotice.TooLate(cause)));
        foreach (var kind in kinds)
        {
            foreach (var notice in new[] { kind, kind with { Who = "Bruno" }, kind with { At = Given.Now }, kind with { Who = "Bruno",
                At = Given.Now, Field = "reason" } })
            {
                var sentence = NoticeSentence.Of(notice, page, new LinkTexts(language));

                Assert.Equal(Gaps(sentence.Text).Count, sentence.Parts.Count);
            }
        }
    }

    [Fact]
    public void Tomorrow_at_this_time_is_by_the_readers_clock_and_nothing_is_past_the_latest()
    {
        // The clocks in Rome go back in the night to 25 October 2026.
        var now = Instant.FromUtc(2026, 10, 24, 10, 0);
        var page =
            Given.Page(LinkPurpose.Manage) with { Now = now, Choices = Given.Choices with { SnoozeLatest = now + Duration.FromHours(30) } };

        Assert.Equal([1, 4, 25, 30], Handoff.Web.Links.SnoozeChoices.Of(page).Select(choice => (int)(choice - now).TotalHours));
        Assert.Equal(
            [1, 2], Handoff.Web.Links.SnoozeChoices.Of(page with { Choices = new() { SnoozeLatest = now + Duration.FromHours(2) } })
            .Select(choice => (int)(choice - now).TotalHours));
        Assert.Equal(
            3, Handoff.Web.Links.SnoozeChoices.Of(
            page with { Choices = new() { SnoozeLatest = now + Duration.FromHours(25) + Duration.FromSeconds(9) } }).Count);
        Assert.Empty(Handoff.Web.Links.SnoozeChoices.Of(page with { Choices = new() }));
    }

    private static List<string> Gaps(string text) => [.. Gap.Matches(text).Select(gap => gap.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Gap { get; }
}
