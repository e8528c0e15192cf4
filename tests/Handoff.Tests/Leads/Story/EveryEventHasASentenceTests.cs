using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Handoff.Leads;
using Handoff.Leads.Story;
using Xunit;

namespace Handoff.Tests.Leads.Story;

/// <summary>
/// What holds of the story of every kind of event; the kinds are found by reflection, so that a new one cannot be forgotten.
/// </summary>
public sealed partial class EveryEventHasASentenceTests
{
    private const int MostCharacters = 400;

    private static readonly Type[] Kinds =
        [.. typeof(LeadEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LeadEvent)) && !type.IsAbstract)];

    public static TheoryData<string> KindNames => [.. Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(KindNames))]
    public void Every_kind_of_event_is_told(string kind)
    {
        var events = EveryEvent.All.Where(happened => happened.GetType().Name == kind).ToList();
        Assert.NotEmpty(events);
        Assert.All(events, happened => Assert.NotEmpty(Told.Says(happened)));
    }

    [Fact]
    public void No_two_kinds_share_a_sentence()
    {
        var kindsBySentence = EveryEvent.All.ToLookup(Told.Says, happened => happened.GetType());
        Assert.All(kindsBySentence, told => Assert.Single(told.Distinct()));
    }

    [Fact]
    public void Every_kind_has_the_word_that_the_ledger_keeps_it_under()
    {
        var words = EveryEvent.All.DistinctBy(happened => happened.GetType())
            .ToDictionary(happened => happened.GetType(), LeadStory.TypeOf);
        var declared = typeof(LeadEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .ToDictionary(one => one.DerivedType, one => one.TypeDiscriminator);
        Assert.Equal(Kinds.Length, declared.Count);
        Assert.All(Kinds, kind => Assert.Equal(declared[kind], words[kind]));
        Assert.Equal("clock_started", words[typeof(ClockStarted)]);
    }

    [Fact]
    public void Every_sentence_begins_with_a_capital_or_a_figure_and_ends_with_one_full_stop() => Assert.All(
        EveryEvent.All.Select(Told.Says),
        says => Assert.Matches(@"^[A-Z0-9].*[^.\s]\.$", says));

    [Fact]
    public void It_is_one_sentence_unless_the_routing_tells_who_was_not_asked() => Assert.All(
        EveryEvent.All.Select(Told.Says),
        says => Assert.DoesNotContain(". ", says.Replace(". Not asked: ", "", StringComparison.Ordinal), StringComparison.Ordinal));

    [Fact]
    public void No_sentence_is_long() => Assert.All(
        EveryEvent.All.Where(happened => happened is not (Offered or Assigned or Queued)).Select(Told.Says),
        says => Assert.InRange(says.Length, 1, MostCharacters));

    [Fact]
    public void No_sentence_shows_a_code_or_data()
    {
        var identifiers = typeof(LeadEvent).Assembly.GetTypes()
            .Where(type => type.IsEnum && type.Namespace!.StartsWith("Handoff", StringComparison.Ordinal))
            .SelectMany(Enum.GetNames)
            .Concat(Kinds.Select(kind => kind.Name))
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(EveryEvent.All.Select(Told.Says), says =>
        {
            var inside = Word().Matches(says).Select(word => word.Value).Skip(1).Where(word => word != EveryEvent.Reception.Source);
            Assert.DoesNotContain(inside, identifiers.Contains);
            Assert.DoesNotMatch(@"[{}\[\]""]|\bnull\b|\bTrue\b|\bFalse\b|@", says);
        });
    }

    [Fact]
    public void Every_culture_is_told_the_same()
    {
        var told = EveryEvent.All.Select(Told.Says).ToList();
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("ar-SA");
            Assert.Equal(told, EveryEvent.All.Select(Told.Says));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
