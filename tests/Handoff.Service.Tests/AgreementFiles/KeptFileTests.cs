using Handoff.Service.AgreementFiles;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>The files of a folder as they are kept when they come into force.</summary>
public sealed class KeptFileTests
{
    private const string FirstKey = "    format: json\n    key: ${HANDOFF_WEBSITE_KEY:-demo}";

    [Fact]
    public void What_is_kept_says_the_same_when_it_is_read_again()
    {
        var folder = Acme.Loaded(Acme.Files);

        var again = Acme.Loaded(folder.Files);

        Assert.Equal(folder.Content, again.Content);
        Assert.Equal(People(folder), People(again));
        Assert.Equal(Sources(folder), Sources(again));
        Assert.Equal(folder.Files.OrderBy(file => file.Key), again.Files.OrderBy(file => file.Key));
    }

    [Fact]
    public void Comments_and_layout_are_no_content() => Assert.Equal(
        Acme.Loaded(Acme.Files).Files[Acme.PeopleFile],
        Acme.Loaded(Acme.Files.SetItem(Acme.PeopleFile, "# who\n\n" + Acme.Files[Acme.PeopleFile])).Files[Acme.PeopleFile]);

    [Theory]
    [InlineData("our-secret")]
    [InlineData("\"our-secret\"")]
    [InlineData("${HANDOFF_WEBSITE_KEY:-our-secret}")]
    [InlineData("x${HANDOFF_OTHER_KEY}our-secret")]
    public void A_key_that_the_file_itself_holds_is_not_kept(string key)
    {
        var files = Acme.Files.With(Acme.SourcesFile, FirstKey, $"    format: json\n    key: {key}");

        var kept = Acme.Loaded(files, name => name == "HANDOFF_OTHER_KEY" ? "set" : null).Files[Acme.SourcesFile];

        Assert.DoesNotContain("our-secret", kept, StringComparison.Ordinal);
        Assert.Equal(2, Acme.Loaded(Acme.Files.SetItem(Acme.SourcesFile, kept)).Sources.Length);
    }

    [Fact]
    public void A_reference_stays_a_reference_and_what_it_stands_for_is_not_kept()
    {
        var files = Acme.Files.With(Acme.SourcesFile, FirstKey, "    format: json\n    key: ${HANDOFF_WEBSITE_KEY}");

        var kept = Acme.Loaded(files, _ => "the-very-secret").Files[Acme.SourcesFile];

        Assert.Contains("\"${HANDOFF_WEBSITE_KEY}\"", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("the-very-secret", kept, StringComparison.Ordinal);
    }

    private static IEnumerable<string> People(AgreementFolder folder) =>
        folder.Staff.People.Values.Select(person => $"{person.Id} {person.Name} {person.Role} {person.Calendar.Name}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(AgreementFolder folder) =>
        folder.Sources.Select(
            source => $"{source.Name} {source.Format} {source.Honeypot} {string.Join(',', source.Map.Keys.Order(StringComparer.Ordinal))}");
}
