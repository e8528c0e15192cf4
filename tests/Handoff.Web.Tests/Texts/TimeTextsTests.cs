using Handoff.People;
using Handoff.Web.Words;
using NodaTime;

namespace Handoff.Web.Tests.Texts;

/// <summary>How far a time is, how days are called, and one against many.</summary>
public sealed class TimeTextsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 30, 9, 0);

    [Theory]
    [InlineData("en", 1, "in 1 minute")]
    [InlineData("en", 61, "in 2 minutes")]
    [InlineData("en", 120, "in 2 minutes")]
    [InlineData("en", 0, "less than a minute ago")]
    [InlineData("en", -59, "less than a minute ago")]
    [InlineData("en", -60, "1 minute ago")]
    [InlineData("en", -119, "1 minute ago")]
    [InlineData("en", -3_659, "1 hour ago")]
    [InlineData("en", -86_399, "23 hours 59 minutes ago")]
    [InlineData("it", -30, "meno di un minuto fa")]
    [InlineData("it", -119, "1 minuto fa")]
    [InlineData("it", 61, "tra 2 minuti")]
    [InlineData("de", -30, "vor weniger als 1 Minute")]
    [InlineData("de", 61, "in 2 Minuten")]
    public void What_is_left_is_rounded_up_and_what_has_passed_down(string tag, int seconds, string said) =>
        Assert.Equal(
            said, new ReaderTime(TimeTexts.In((Language)tag), DateTimeZone.Utc, Now).Distance(Now + Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData("it", 9, 1, "martedì 1º settembre 2026")]
    [InlineData("it", 11, 30, "lunedì 30 novembre 2026")]
    [InlineData("it", 9, 11, "venerdì 11 settembre 2026")]
    [InlineData("en", 9, 1, "Tuesday 1 September 2026")]
    [InlineData("de", 9, 1, "Dienstag, 1. September 2026")]
    public void The_first_of_a_month_is_an_ordinal_in_Italian(string tag, int month, int day, string said) =>
        Assert.Equal(said, TimeTexts.In((Language)tag).Date(new(2026, month, day), withYear: true));

    [Theory]
    [InlineData(1, "1 lead aperto")]
    [InlineData(0, "0 lead aperti")]
    [InlineData(2, "2 lead aperti")]
    public void One_and_many_have_their_own_form(int count, string said) =>
        Assert.Equal(said, TimeTexts.In(Language.It).Fill("{0} lead aperto|{0} lead aperti", count));

    [Fact]
    public void A_name_in_a_sentence_has_the_small_word_it_asks_for() =>
        Assert.Equal("Scrivi ad Anna", TimeTexts.In(Language.It).Fill("Scrivi a {0}", "Anna"));
}
