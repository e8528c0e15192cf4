using System.Collections.Frozen;
using System.Globalization;
using Handoff.People;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Leads.Story;

/// <summary>A day and a time, cut to the minute, in a few letters: <c>Mon 23 Nov 15:20</c>.</summary>
public sealed class StoryDay : Sentences
{
    private static readonly FrozenDictionary<Language, StoryDay> All =
        Language.All.ToFrozenDictionary(language => language, language => new StoryDay(language));

    private readonly ZonedDateTimePattern _pattern;

    // English months have three letters here, September too.
    private StoryDay(Language language) : base(language) => _pattern = ZonedDateTimePattern.Create(
        Say("ddd d MMM HH:mm", "ddd d MMM HH:mm"), language == Language.En ? CultureInfo.InvariantCulture : language.Culture, null, null,
        default);

    /// <summary>The days of a language.</summary>
    public static StoryDay In(Language language) => All[language];

    /// <summary>The day and the time, in its own zone.</summary>
    public string Of(ZonedDateTime at) => _pattern.Format(at);
}
