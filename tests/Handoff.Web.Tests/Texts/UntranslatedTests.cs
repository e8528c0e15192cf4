using System.Reflection;
using System.Text.RegularExpressions;
using Handoff.People;
using Handoff.Web.Design;
using Handoff.Web.Links.Texts;
using Handoff.Web.MailboxPages;
using Handoff.Web.Pages;
using Handoff.Web.Welcome;

namespace Handoff.Web.Tests.Texts;

/// <summary>No page has a text that is not translated. A new set of texts joins by a line in <see cref="All"/>.</summary>
public sealed partial class UntranslatedTests
{
    // Words that are the same in both languages.
    private static readonly string[] SameInBoth = ["LinkTexts.RepLoadOne", "MailboxTexts.Html"];

    public static TheoryData<string> Texts => [.. All.Keys];

    private static Dictionary<string, (string English, string Italian)> All { get; } = new[]
    {
        Of(DesignTexts.In), Of(LinkTexts.In), Of(MailboxTexts.In), Of(WelcomeTexts.In), Of(VisitorTexts.In),
    }.SelectMany(texts => texts).ToDictionary(text => text.Name, text => (text.English, text.Italian), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_languages_have_every_text_with_the_same_gaps(string name)
    {
        var (english, italian) = All[name];

        Assert.False(string.IsNullOrWhiteSpace(english));
        Assert.False(string.IsNullOrWhiteSpace(italian));
        Assert.Equal(Gaps(english), Gaps(italian));
        Assert.True(english != italian || SameInBoth.Contains(name), $"{name} is not translated.");
        Assert.DoesNotMatch(EnglishWord, italian);
    }

    private static IEnumerable<(string Name, string English, string Italian)> Of<T>(Func<Language, T> texts)
        where T : notnull =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string)).Select(property => (
            $"{typeof(T).Name}.{property.Name}", (string)property.GetValue(texts(Language.En))!, (string)property.GetValue(texts(Language.It))!));

    private static List<string> Gaps(string text) => [.. Gap.Matches(text).Select(gap => gap.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Gap { get; }

    [GeneratedRegex(@"\b(?:the|this|that|you|your|it|is|was|has|with|and|please|not|yet|nobody|who|until|by|at)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishWord { get; }
}
