using Handoff.Languages;
using Xunit;

namespace Handoff.Tests.Languages;

/// <summary>The files in which languages stand: gettext's PO format.</summary>
public sealed class PortableObjectTests
{
    [Fact]
    public void A_sentence_is_found_by_its_English_and_by_who_says_it()
    {
        var file = PortableObject.Read("""
            # A note.
            msgid ""
            msgstr ""
            "Language: de\n"
            "X-Name: Deutsch\n"

            #. ancora {0}
            #: Handoff/A.cs
            msgid "{0} late"
            msgstr "{0} zu spät"

            msgctxt "TeamTexts"
            msgid "{0} late"
            msgstr "{0} überfällig"
            """);

        Assert.Equal(("de", "Deutsch"), (file.Header["Language"], file.Header["X-Name"]));
        Assert.Equal("{0} zu spät", file.Sentences[("", "{0} late")]);
        Assert.Equal("{0} überfällig", file.Sentences[("TeamTexts", "{0} late")]);
    }

    [Fact]
    public void Lines_go_on_and_signs_are_escaped() => Assert.Equal(
        "Er sagt „ja“,\n\"nein\" oder \\.",
        PortableObject.Read("""
            msgid "He says "
            "“yes”"
            msgstr ""
            "Er sagt „ja“,\n"
            "\"nein\" oder \\."
            """).Sentences[("", "He says “yes”")]);

    [Fact]
    public void What_is_empty_or_fuzzy_is_as_if_it_were_not_there() => Assert.Empty(PortableObject.Read("""
        msgid "Open"
        msgstr ""

        #, fuzzy
        msgid "Close"
        msgstr "Zu"
        """).Sentences);

    [Theory]
    [InlineData("msgid \"Open\"\nmsgstr \"Auf\"\n\nmsgid \"Open\"\nmsgstr \"Offen\"\n")]
    [InlineData("msgid \"{0} lead\"\nmsgid_plural \"{0} leads\"\n")]
    [InlineData("Open = Auf\n")]
    [InlineData("msgid Open\nmsgstr Auf\n")]
    public void What_is_no_such_file_is_refused(string file) => Assert.Throws<FormatException>(() => PortableObject.Read(file));
}
