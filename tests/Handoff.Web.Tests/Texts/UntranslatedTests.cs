using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Handoff.Leads;
using Handoff.People;
using Handoff.Web.Board;
using Handoff.Web.Timeline;

namespace Handoff.Web.Tests.Texts;

/// <summary>No page, no mail and no story has a text that is not translated. A new set of texts is seen by itself.</summary>
public sealed partial class UntranslatedTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    // Words that are the same in both languages.
    private static readonly string[] SameInBoth =
    [
        "BoardTexts.Lead", "BoardTexts.Team", "ChannelTexts.Lead", "DeskTexts.Team", "LeadListTexts.Lead",
            "LeadListTexts.Team", "ScorecardTexts.Team",
            "ScorecardTexts.Pipeline", "LinkTexts.RepLoadOne",
            "MailLabels.Email", "MailLabels.Team", "PaperTexts.Team",
        "MailboxTexts.Html", "StatusTexts.Lead", "TeamTexts.ClaimSays", "TeamTexts.Heading", "TimelineTexts.Email",
        "TimelineTexts.Team",
    ];

    // Italian says only once who is meant.
    private const string NamedTwice = "TeamTexts.Owed";

    private static readonly string[] NoSentences = ["TimeTexts.Lang"];

    public static TheoryData<string> Texts => [.. All.Keys];

    private static Dictionary<string, (string English, string Italian)> All { get; } = new[] { typeof(BoardTexts), typeof(Sentences) }
        .SelectMany(one => one.Assembly.GetTypes())
        .Where(type => type.IsSubclassOf(typeof(Sentences)) && !type.IsAbstract && type.GetConstructor(Any, [typeof(Language)]) is not null)
        .SelectMany(Of)
        .Where(text => !NoSentences.Contains(text.Name))
        .ToDictionary(text => text.Name, text => (text.English, text.Italian), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_languages_have_every_text_with_the_same_gaps(string name)
    {
        var (english, italian) = All[name];

        Assert.False(string.IsNullOrWhiteSpace(english));
        Assert.False(string.IsNullOrWhiteSpace(italian));
        if (name != NamedTwice)
            Assert.Single($"{english}|{italian}".Split('|').Select(Gaps).Distinct(StringComparer.Ordinal));
        Assert.True(english != italian || SameInBoth.Contains(name), $"{name} is not translated.");
        Assert.DoesNotMatch(EnglishWord, italian);
    }

    [Fact]
    public void Every_event_of_the_ledger_has_a_name_in_both_languages()
    {
        var types = typeof(LeadEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(one => (string)one.TypeDiscriminator!);
        var (english, italian) = (new TimelineTexts(Language.En), new TimelineTexts(Language.It));

        Assert.All(types, type => Assert.NotEqual(english.Event(type), italian.Event(type)));
    }

    /// <summary>What has no arguments, and what a value of an enumeration is called.</summary>
    private static IEnumerable<(string Name, string English, string Italian)> Of(Type type)
    {
        var (english, italian) = (Create(Language.En), Create(Language.It));
        var plain = type.GetProperties(Any).Where(text => text.PropertyType == typeof(string))
            .Select(text => ($"{type.Name}.{text.Name}", (string)text.GetValue(english)!, (string)text.GetValue(italian)!));
        var named =
            from text in type.GetMethods(Any)
            where text.ReturnType == typeof(string) && text.GetParameters() is [{ ParameterType.IsEnum: true }]
            from object value in Enum.GetValues(text.GetParameters()[0].ParameterType)
            select ($"{type.Name}.{text.Name}({value})", (string)text.Invoke(english, [value])!, (string)text.Invoke(italian, [value])!);
        return plain.Concat(named);

        object Create(Language language) => Activator.CreateInstance(type, Any, binder: null, [language], culture: null)!;
    }

    private static string Gaps(string text) => string.Join(' ', Gap.Matches(text).Select(gap => gap.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Gap { get; }

    [GeneratedRegex(
        @"\b(?:the|this|that|you|your|it|is|was|has|with|and|please|not|yet|nobody|who|until|by|at)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishWord { get; }
}
