using System.Text.RegularExpressions;
using Handoff.Languages;
using Handoff.People;
using Xunit;

namespace Handoff.Architecture.Tests.Languages;

/// <summary>The files of languages say what the code says: docs/languages.md. Failures name the sentence.</summary>
public sealed partial class LanguageFileTests
{
    private static readonly (IReadOnlyList<CodeSentence> Sentences, IReadOnlyList<string> Unreadable) Code =
        SentenceScan.Of(Path.Combine(Repository.Root, "src"));

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.po").Select(path => Path.GetFileName(path))];

    private static string Folder => Path.Combine(Repository.Root, "src", "Handoff", "Languages");

    [Fact]
    public void Every_sentence_of_the_code_can_be_translated()
    {
        Assert.True(Code.Sentences.Count > 1_500, "The scan finds the sentences.");
        Assert.Empty(Code.Unreadable);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_a_language(string file)
    {
        var language = Language.Find(Path.GetFileNameWithoutExtension(file));

        Assert.NotNull(language);
        Assert.Equal(language.Tag, Read(file).Header["Language"]);
        Assert.Equal(language.Tag, language.Culture.TwoLetterISOLanguageName);
        Assert.All(["X-Name", "X-Name-en", "X-Name-it"], name => Assert.NotEmpty(Read(file).Header[name]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_every_sentence_of_the_code(string file)
    {
        var said = Read(file).Sentences;

        Assert.Empty(
            from one in Code.Sentences
            where !said.ContainsKey(("", one.English)) && !said.ContainsKey((one.Speaker, one.English))
            select $"{one.At}: {one.English}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_says_nothing_that_the_code_says_no_more(string file)
    {
        var said = Code.Sentences.SelectMany(one => new[] { (one.Speaker, one.English), ("", one.English) }).ToHashSet();

        Assert.Empty(Read(file).Sentences.Keys.Where(key => !said.Contains(key)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_fills_in_what_the_English_sentence_fills_in(string file) => Assert.Empty(
        from one in Read(file).Sentences
        where !Shapes(one.Key.English).SetEquals(Shapes(one.Value))
        select $"{one.Key.English} -> {one.Value}");

    [Fact]
    public void A_translators_file_has_every_sentence_and_keeps_what_is_filled_in()
    {
        var path = Environment.GetEnvironmentVariable("HANDOFF_WRITE_LANGUAGE");
        var filled = path is not null && File.Exists(path) ? PortableObject.Read(File.ReadAllText(path))
            : PortableObject.Read("msgid \"{0} and {1}\"\nmsgstr \"{0} et {1}\"\n");
        var skeleton = LanguageSkeleton.Of(Code.Sentences, filled);
        if (path is not null)
            File.WriteAllText(path, skeleton);

        var written = Regex.Count(skeleton, "^msgid ", RegexOptions.Multiline, TimeSpan.FromSeconds(5));
        Assert.True(written > Code.Sentences.Select(one => one.English).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(filled.Sentences[("", "{0} and {1}")], PortableObject.Read(skeleton).Sentences[("", "{0} and {1}")]);
    }

    private static PortableObject Read(string file) => PortableObject.Read(File.ReadAllText(Path.Combine(Folder, file)));

    /// <summary>Of each form of a sentence its gaps with their formats, its markup, and the spaces at its ends.</summary>
    private static HashSet<string> Shapes(string sentence) => sentence.Split('|').Select(form => string.Join(
        ' ', Shape.Matches(form).Select(one => one.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))
        .Append($"{sentence.Count(letter => letter == '|')} forms").ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!\{)\{\d+(:[^}]*)?\}|</?[a-z]+[^>]*>|^ | $", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape { get; }
}
