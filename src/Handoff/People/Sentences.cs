using System.Runtime.CompilerServices;

namespace Handoff.People;

/// <summary>
/// The sentences about one subject. Each member says its sentence in English and in Italian, side by side; one that lacks either does
/// not compile. Every other language is a file, which knows a sentence by its English template (docs/languages.md); what the file lacks
/// is said in English. So what is said in English is a constant, or one with gaps: never put together from pieces.
/// </summary>
public abstract class Sentences(Language language)
{
    /// <summary>The language of whoever reads them.</summary>
    protected internal Language Language => language;

    /// <summary>Returns the sentence in the reader's language.</summary>
    protected string Say(string english, string italian) =>
        language == Language.En ? english : language == Language.It ? italian : language.Of(this, english);

    /// <summary>As <see cref="Say(string, string)"/>; figures in it do not depend on the ambient culture.</summary>
    protected string Say(
        [InterpolatedStringHandlerArgument("")] ref EnglishSentence english,
        [InterpolatedStringHandlerArgument("")] ref ItalianSentence italian) =>
        language == Language.It ? italian.Said() : english.Said();

    /// <summary>Returns <c>Anna, Bruno and Carla</c>.</summary>
    public string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count < 2)
            return string.Concat(all);
        var (others, last) = (string.Join(", ", all.SkipLast(1)), all[^1]);
        return Say($"{others} and {last}", $"{others} {ItalianEuphony.And(last)}");
    }
}
