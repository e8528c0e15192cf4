using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>The language of a text, behind what it is the text of.</summary>
internal sealed class TongueWords(Language language) : Sentences(language)
{
    public string Of(Language tongue) => tongue switch
    {
        Language.En => Say("in English", "in inglese"),
        Language.It => Say("in Italian", "in italiano"),
        _ => throw new ArgumentOutOfRangeException(nameof(tongue), tongue, "A language is called something."),
    };
}
