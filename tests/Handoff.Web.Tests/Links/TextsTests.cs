using System.Reflection;
using System.Text.RegularExpressions;
using Handoff.People;
using Handoff.Service.Links;
using Handoff.Web.Links.Texts;
using NodaTime;

namespace Handoff.Web.Tests.Links;

public sealed partial class TextsTests
{
    // Words that are the same in both languages.
    private static readonly string[] SameInBoth = [];

    public static TheoryData<string> Texts => [.. typeof(LinkTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_languages_have_every_text_with_the_same_gaps(string name)
    {
        var (english, italian) = (Text(name, Language.En), Text(name, Language.It));

        Assert.False(string.IsNullOrWhiteSpace(english));
        Assert.False(string.IsNullOrWhiteSpace(italian));
        Assert.Equal(Gaps(english), Gaps(italian));
        Assert.True(english != italian || SameInBoth.Contains(name), $"{name} is not translated.");
    }

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.It)]
    public void Every_notice_has_a_sentence_whether_or_not_it_knows_who_and_when(Language language)
    {
        var page = Given.Page(LinkPurpose.Offer, Given.Anna(language));
        foreach (var code in Enum.GetValues<LinkNoticeCode>())
        {
            foreach (var notice in new LinkNotice[] { new(code), new(code, "Bruno"), new(code, null, Given.Now), new(code, "Bruno", Given.Now, "reason") })
            {
                var sentence = NoticeSentence.Of(notice, page, LinkTexts.In(language));

                Assert.Equal(Gaps(sentence.Text).Count, sentence.Parts.Count);
            }
        }
    }

    [Fact]
    public void Tomorrow_at_this_time_is_by_the_readers_clock_and_nothing_is_past_the_latest()
    {
        // The clocks in Rome go back in the night to 25 October 2026.
        var now = Instant.FromUtc(2026, 10, 24, 10, 0);
        var page = Given.Page(LinkPurpose.Manage) with { Now = now, Choices = Given.Choices with { SnoozeLatest = now + Duration.FromHours(30) } };

        Assert.Equal([1, 4, 25, 30], Handoff.Web.Links.SnoozeChoices.Of(page).Select(choice => (int)(choice - now).TotalHours));
        Assert.Equal([1, 2], Handoff.Web.Links.SnoozeChoices.Of(page with { Choices = new() { SnoozeLatest = now + Duration.FromHours(2) } }).Select(choice => (int)(choice - now).TotalHours));
        Assert.Empty(Handoff.Web.Links.SnoozeChoices.Of(page with { Choices = new() }));
    }

    private static string Text(string name, Language language) => (string)typeof(LinkTexts).GetProperty(name)!.GetValue(LinkTexts.In(language))!;

    private static List<string> Gaps(string text) => [.. Gap.Matches(text).Select(gap => gap.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Gap { get; }
}
