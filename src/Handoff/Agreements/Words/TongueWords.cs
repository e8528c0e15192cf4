using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>The language of a text, behind what it is the text of.</summary>
internal sealed class TongueWords(Language language) : Sentences(language)
{
    public string Of(Language tongue)
    {
        if (tongue == Language.En)
            return Say("in English", "in inglese");
        if (tongue == Language.It)
            return Say("in Italian", "in italiano");
        var name = tongue.NameIn(Language);
        return Say($"in {name}", $"in {name}");
    }
}
