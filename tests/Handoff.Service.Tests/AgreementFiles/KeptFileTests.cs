using Handoff.People;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
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
    public void People_stand_in_it_by_their_ids_wherever_an_address_or_a_name_stands()
    {
        var folder = Acme.Loaded(Acme.Files).WithTestIds();
        var anna = PersonId.Of("anna.greco@acme.example");

        Assert.Contains($"{anna}@person.invalid", folder.Files[Acme.PeopleFile], StringComparison.Ordinal);
        foreach (var person in folder.Staff.People.Values)
        {
            Assert.All(folder.Files.Values, file => Assert.DoesNotContain(person.Address, file, StringComparison.OrdinalIgnoreCase));
            Assert.All(folder.Files.Values, file => Assert.DoesNotContain(person.Name, file, StringComparison.Ordinal));
        }

        var again = Acme.Loaded(folder.Files).WithKeptIds();
        Assert.Equal(People(folder), People(again, person => folder.Staff.Find(person.Id)!.Name));
        Assert.Equal(folder.Agreement.SignedBySales, again.Agreement.SignedBySales);
        Assert.Equal(anna.Value, again.Staff.Find(anna)!.Name);
    }

    [Fact]
    public void An_address_that_a_variable_gives_is_not_kept_either()
    {
        var files = Acme.Files.With(
            Acme.PeopleFile, "manager: marta.villa@acme.example", "manager: ${HANDOFF_MANAGER:-marta.villa@acme.example}");

        var kept = Acme.Loaded(files).WithTestIds().Files[Acme.PeopleFile];

        Assert.DoesNotContain("marta.villa", kept, StringComparison.Ordinal);
        Assert.Contains($"{PersonId.Of("marta.villa@acme.example")}@person.invalid", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUMMARY:Ask anna@acme.example.", "SUMMARY:Ask 1@person.invalid.")]
    [InlineData("ORGANIZER:MAILTO:Anna@ACME.example", "ORGANIZER:MAILTO:1@person.invalid")]
    [InlineData("X:'anna@acme.example', <anna@acme.example>;", "X:'1@person.invalid', <1@person.invalid>;")]
    [InlineData("ATTENDEE:mailto:an\r\n na@acme.ex\r\n\tample", "ATTENDEE:mailto:1@person.invalid")]
    [InlineData("X:joanna@acme.example anna@acme.example.com", "X:joanna@acme.example anna@acme.example.com")]
    [InlineData("X:anna@acme.example@acme.example", "X:1@person.invalid@acme.example")]
    [InlineData("@ @@ a@ @b", "@ @@ a@ @b")]
    public void Addresses_of_the_company_are_found_in_any_text(string text, string kept) => Assert.Equal(
        kept,
        KeptFile.WithIds(
            "holidays.ics", text, new Dictionary<string, PersonId>(StringComparer.Ordinal) { ["anna@acme.example"] = new("1") }));

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
    public void A_captchas_secret_and_a_token_that_the_file_itself_holds_are_not_kept()
    {
        var files = Acme.Files.With(
            Acme.SourcesFile, FirstKey,
            "    format: meta\n    key: x\n    secret: y\n    captcha: { kind: turnstile, secret: our-secret }\n"
                + "    fetch: { token: our-secret }");

        var kept = Acme.Loaded(files).Files[Acme.SourcesFile];

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

    private static IEnumerable<string> People(AgreementFolder folder, Func<Person, string>? name = null) =>
        folder.Staff.People.Values
            .Select(person => $"{person.Id} {name?.Invoke(person) ?? person.Name} {person.Role} {person.Calendar.Name}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(AgreementFolder folder) =>
        folder.Sources.Select(
            source => $"{source.Name} {source.Format} {source.Honeypot} {string.Join(',', source.Map.Keys.Order(StringComparer.Ordinal))}");
}
