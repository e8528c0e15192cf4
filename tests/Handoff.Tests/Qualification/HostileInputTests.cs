using System.Text;
using CsCheck;
using Handoff.Agreements;
using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

/// <summary>Rules that hold for every text that anybody could post.</summary>
public sealed class HostileInputTests
{
    /// <summary>Any UTF-16 units, lone surrogates included, often of the kinds that make trouble.</summary>
    private static readonly Gen<string> AnyText = Gen.Frequency(
        (4, Gen.Char),
        (3, Gen.Char[' ', '~']),
        (2, Gen.Char["@.,-+0139 \t\r\n\0\u200B\u202E\u0301\uFFFE\uD83D\uDE00<>&\"'iİıß€"]))
        .Array[0, 60]
        .Select(characters => new string(characters));

    private static readonly Gen<string> AnyAddress = Gen.Select(AnyText, AnyText, (local, domain) => $"{local}@{domain}.it");

    private static readonly Gen<string> AnyNumber = Gen.Char["+0123456789 -()/."].Array[3, 20]
        .Select(characters => "+" + new string(characters));

    private static readonly Gen<LeadForm> AnyForm = Gen.Select(
        Gen.OneOf(AnyAddress, AnyText), Gen.OneOf(AnyNumber, AnyText), AnyText, AnyText, Gen.Select(AnyText, AnyText),
        (email, phone, text, country, other) => Given.Form(
            ("email", email), ("phone", phone), ("name", text), ("company", text + text), ("country", country), ("language", text),
                ("employees", phone),
            ("job_title", text), ("message", text), ("x" + other.Item1, other.Item2)));

    [Fact]
    public void Cleaning_twice_is_cleaning_once() => AnyForm.Sample(form => Assert.Equal(
        form.Fields.OrderBy(field => field.Key, StringComparer.Ordinal),
        LeadForm.Mapped(Given.Website, form.Fields).Fields.OrderBy(field => field.Key, StringComparer.Ordinal)));

    [Fact]
    public void No_value_keeps_a_control_character_that_could_add_a_header() => AnyForm.Sample(form => Assert.All(
        form.Fields, field =>
        Assert.DoesNotContain(
        field.Value, character => char.IsControl(character) && !(field.Key == "message" && character is '\n' or '\t'))));

    [Fact]
    public void Every_value_is_valid_text_in_normal_form() => AnyForm.Sample(form =>
        Assert.All(form.Fields.Values, value => Assert.True(value.IsNormalized(NormalizationForm.FormC) && value.Trim() == value)));

    [Fact]
    public void Normalising_a_contact_twice_is_normalising_it_once() => AnyForm.Sample(form =>
    {
        if (Contact.Normalise(form, "IT") is not ContactResult.Usable { Contact: var once })
            return;
        (string, string?)[] fields =
        [
            ("email", once.Email), ("phone", once.Phone), ("name", once.Name), ("company", once.Company), ("country", once.Country),
            ("language", once.Language), ("job_title", once.JobTitle),
        ];

        var twice =
            Given.Contact(Given.Form([.. fields.Where(field => field.Item2 is not null).Select(field => (field.Item1, field.Item2!))]));

        Assert.Equal(once with { CountryFrom = twice.CountryFrom }, twice);
    });

    [Fact]
    public void A_usable_contact_has_an_address_or_a_number_and_short_names() => AnyForm.Sample(form =>
    {
        if (Contact.Normalise(form, null) is not ContactResult.Usable { Contact: var contact })
            return;
        Assert.True(contact.Email is not null || contact.Phone is not null);
        Assert.True(contact.Email is null || (contact.Email.Length <= 254 && contact.Email.Count(character => character == '@') == 1));
        Assert.Matches("^(\\+[0-9]{3,17})?$", contact.Phone ?? "");
        Assert.True((contact.Name ?? "").Length <= 500 && (contact.Company ?? "").Length <= 500);
        Assert.True(contact.Country is null || Countries.IsCode(contact.Country));
    });

    [Fact]
    public void Every_lead_that_can_be_reached_is_assessed_and_its_points_add_up() => AnyForm.Sample(form =>
    {
        if (Contact.Normalise(form, null) is not ContactResult.Usable { Contact: var contact })
            return;
        var assessment = Qualify.Assess(Given.Acme, new LeadFacts(form, contact, "website", 1));

        Assert.Equal(assessment.Score, assessment.Reasons.Sum(reason => reason.Points));
        Assert.Equal(assessment.IsQualified, assessment.Score >= 40);
        Assert.InRange(assessment.Completeness, 0, 100);
    });

    [Fact]
    public void A_text_contains_each_of_its_own_words() =>
        Gen.Char['a', 'z'].Array[1, 8].Select(letters => new string(letters)).Array[1, 6].Sample(words =>
        Assert.All(words, word => Assert.True(Conditions.Holds(
            Given.Where(new FieldTest.Contains("job_title", [word.ToUpperInvariant()])),
                Given.Facts(("job_title", string.Join(", ", words))), Given.Lists))));

    [Fact]
    public void A_whole_number_is_read_as_it_is_written() => Gen.Int[0, int.MaxValue].Sample(number => Assert.Equal(
        number, Given.Facts(("employees", number.ToString(System.Globalization.CultureInfo.InvariantCulture))).Number("employees")));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("{{7*7}} ${7*7} %0d%0aBcc:x")]
    [InlineData("'; DROP TABLE leads; --")]
    public void Markup_and_code_in_every_field_are_text_like_any_other(string text)
    {
        var form = Given.Form(
            ("email", "mia@firm.example"), ("name", text), ("company", text), ("job_title", text), ("message", text), ("country", text),
            ("language", text));
        var contact = Given.Contact(form);

        Assert.Equal((text, text, null, null), (contact.Name, contact.Company, contact.Country, contact.Language));
        Assert.Equal(10, Qualify.Assess(Given.Acme, new LeadFacts(form, contact, "website", 1)).Score);
    }

    [Fact]
    public void Ten_thousand_characters_in_every_field_are_taken()
    {
        var text = string.Concat(Enumerable.Repeat("مرحبا 👩‍💻 ", 800));
        var form = Given.Form(
            ("email", "mia@firm.example"), ("phone", text), ("name", text), ("company", text), ("job_title", text), ("message", text),
            ("country", text), ("language", text), ("employees", text), ("product", text));

        var contact = Given.Contact(form);

        Assert.Equal(text.Trim(), form["message"]);
        Assert.True(contact.Name!.Length <= 500);
        Assert.Null(contact.Phone);
        Assert.Equal(10, Qualify.Assess(Given.Acme, new LeadFacts(form, contact, "website", 1)).Score);
    }
}
