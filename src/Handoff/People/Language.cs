using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Handoff.Languages;

namespace Handoff.People;

/// <summary>
/// A language of pages and e-mails. English and Italian stand in the code, side by side; every other is a file of its sentences under
/// <c>Languages</c>, and is there because the file is (docs/languages.md). Immutable; one value for each language.
/// </summary>
public sealed class Language
{
    private readonly FrozenDictionary<(string Speaker, string English), string> _sentences;
    private readonly FrozenDictionary<string, string> _names;

    private Language(string tag, string culture, string name, int order)
    {
        (Tag, Culture, Name, Order) = (tag, CultureInfo.GetCultureInfo(culture), name, order);
        _sentences = FrozenDictionary<(string, string), string>.Empty;
        _names = FrozenDictionary<string, string>.Empty;
    }

    private Language(PortableObject file, int order)
        : this(file.Header["Language"], file.Header["X-Culture"], file.Header["X-Name"], order)
    {
        _sentences = file.Sentences;
        _names = file.Header.Where(one => one.Key.StartsWith("X-Name-", StringComparison.OrdinalIgnoreCase))
            .ToFrozenDictionary(one => one.Key["X-Name-".Length..], one => one.Value, StringComparer.OrdinalIgnoreCase);
        ZeroIsOne = file.Header["Plural-Forms"].Replace(" ", "", StringComparison.Ordinal).TrimEnd(';') switch
        {
            "nplurals=2;plural=(n!=1)" or "nplurals=2;plural=n!=1" => false,
            "nplurals=2;plural=(n>1)" or "nplurals=2;plural=n>1" => true,
            var other => throw new FormatException($"The rule of plurals of {Tag} is not known: {other}"),
        };
    }

    public static Language En { get; } = new("en", "en-GB", "English", 0);

    public static Language It { get; } = new("it", "it-IT", "italiano", 1);

    /// <summary>Every language that there is: English, Italian, then those of the files.</summary>
    public static ImmutableArray<Language> All { get; } = [En, It, .. Files()];

    /// <summary>What files, browsers and the attribute <c>lang</c> call it: <c>en</c>.</summary>
    public string Tag { get; }

    /// <summary>What it calls itself: <c>Deutsch</c>.</summary>
    public string Name { get; }

    /// <summary>The culture of its numbers and of the names of its days and months. The ambient culture changes nothing.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Its place among all, from 0.</summary>
    public int Order { get; }

    /// <summary>Whether nothing is said as one is: "0 prospect", as French does.</summary>
    public bool ZeroIsOne { get; }

    /// <summary>Whether its sentences stand in a file.</summary>
    public bool IsOfFile => Order > It.Order;

    /// <summary>The language of a tag, or null: there is none.</summary>
    public static Language? Find(string? tag) => All.FirstOrDefault(one => one.Tag == tag);

    /// <summary>The language of a tag.</summary>
    /// <exception cref="InvalidCastException">There is no such language.</exception>
    public static explicit operator Language(string tag) =>
        Find(tag) ?? throw new InvalidCastException($"There is no language {tag}.");

    public override string ToString() => Tag;

    /// <summary>What this language is called in another, or else in itself. Only languages of files know it.</summary>
    internal string NameIn(Language other) => _names.GetValueOrDefault(other.Tag) ?? Name;

    /// <summary>The sentence of the file for an English one; the English one where the file lacks it.</summary>
    /// <param name="speaker">Who says it: a file may say the same English differently there (<c>msgctxt</c>).</param>
    /// <param name="english">The English template.</param>
    internal string Of(Sentences speaker, string english)
    {
        // The class in which it stands may be one from which the speaker derives.
        for (var said = speaker.GetType(); said != typeof(Sentences); said = said.BaseType!)
        {
            if (_sentences.TryGetValue((said.Name, english), out var special))
                return special;
        }

        return _sentences.GetValueOrDefault(("", english), english);
    }

    private static IEnumerable<Language> Files()
    {
        var assembly = typeof(Language).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith("languages/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select((name, place) =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return new Language(PortableObject.Read(Encoding.UTF8.GetString(bytes)), It.Order + 1 + place);
            });
    }
}
