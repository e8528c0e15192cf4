using System.Globalization;
using System.Runtime.CompilerServices;

namespace Handoff.People;

/// <summary>
/// The sentences about one subject. Each member says its sentence in every language, side by side; one that lacks a language does not
/// compile. A new language is one more parameter of <see cref="Say(string, string)"/>.
/// </summary>
public abstract class Sentences(Language language)
{
    /// <summary>The language of whoever reads them.</summary>
    protected Language Language => language;

    /// <summary>Returns the sentence in the reader's language.</summary>
    protected string Say(string english, string italian) => In(english, italian);

    /// <summary>As <see cref="Say(string, string)"/>; figures in it do not depend on the ambient culture.</summary>
    [OverloadResolutionPriority(1)]
    protected string Say(FormattableString english, FormattableString italian) =>
        In(english, italian).ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns <c>Anna, Bruno and Carla</c>.</summary>
    public string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2
            ? string.Concat(all)
            : $"{string.Join(", ", all.SkipLast(1))} {Say($"and {all[^1]}", ItalianEuphony.And(all[^1]))}";
    }

    /// <summary>Returns what stands for the reader's language.</summary>
    protected T In<T>(T english, T italian) => language switch
    {
        Language.En => english,
        Language.It => italian,
        _ => throw new InvalidOperationException($"Nothing is said in {language} yet."),
    };
}
