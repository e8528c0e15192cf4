using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

public sealed class ContactTests
{
    [Theory]
    [InlineData(" Mia.Wolf@Firm.Example ", "mia.wolf@firm.example")]
    [InlineData("mia+news@firm.example", "mia+news@firm.example")]
    [InlineData("m.i.a@gmail.com", "m.i.a@gmail.com")]
    [InlineData("mia@città.it", "mia@xn--citt-3na.it")]
    [InlineData("mia@bücher.example", "mia@xn--bcher-kva.example")]
    [InlineData("mia@BÜCHER.example", "mia@xn--bcher-kva.example")]
    [InlineData("mia@xn--bcher-kva.example", "mia@xn--bcher-kva.example")]
    [InlineData("josé@firm.example", "josé@firm.example")]
    [InlineData("o'hara_{x}@firm.example", "o'hara_{x}@firm.example")]
    [InlineData("mia@firm.example.", "mia@firm.example")]
    [InlineData("mailto:mia@firm.example", "mia@firm.example")]
    [InlineData("mi\u200Ba@firm.example\u200E", "mia@firm.example")]
    public void An_address_has_one_form(string written, string address) => Assert.Equal(address, Given.Contact(("email", written)).Email);

    [Theory]
    [InlineData("mia")]
    [InlineData("mia@")]
    [InlineData("@firm.example")]
    [InlineData("mia@firm")]
    [InlineData("mia@@firm.example")]
    [InlineData("mia@x@firm.example")]
    [InlineData("mia wolf@firm.example")]
    [InlineData("mia@fi rm.example")]
    [InlineData("mia@firm.example, leo@firm.example")]
    [InlineData("mia@firm.example\r\nBcc: leo@firm.example")]
    [InlineData("Mia <mia@firm.example>")]
    [InlineData("mia@-firm.example")]
    [InlineData("mia@firm..example")]
    [InlineData("mia@127.0.0.1")]
    [InlineData("mia@[127.0.0.1]")]
    [InlineData("mia..wolf@firm.example")]
    [InlineData(".mia@firm.example")]
    [InlineData("mia@firm.e")]
    [InlineData("<script>@firm.example")]
    [InlineData("n/a")]
    public void What_cannot_be_an_address_is_a_problem(string written)
    {
        var problem = Assert.Single(Given.Problems(("email", written)));

        Assert.Equal("email", problem.Field);
        Assert.Equal("This is not an e-mail address; write it like name@company.example.", problem.Message);
    }

    [Fact]
    public void An_address_of_254_characters_is_good_and_one_of_255_is_not()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 62), 3)) + ".example";
        var local = new string('a', 254 - domain.Length - 1);

        Assert.Equal($"{local}@{domain}", Given.Contact(("email", $"{local}@{domain}")).Email);
        Assert.Equal(
            "An e-mail address has at most 254 characters.", Assert.Single(Given.Problems(("email", $"{local}b@{domain}"))).Message);
    }

    [Theory]
    [InlineData("+39 06 1234 5678", "+390612345678")]
    [InlineData("0039 347 123 4567", "+393471234567")]
    [InlineData("+1 (212) 555-0123", "+12125550123")]
    [InlineData("(+44) 20 7946 0018", "+442079460018")]
    [InlineData("＋39 06 12345678", "+390612345678")]
    [InlineData("+39 06 12345678 ext. 5", "+390612345678")]
    public void A_number_with_prefix_needs_no_country(string written, string e164) =>
        Assert.Equal(e164, Given.Contact(("phone", written)).Phone);

    [Fact]
    public void A_number_without_prefix_is_read_in_the_given_country() =>
        Assert.Equal("+390612345678", Given.Contact(("phone", "06 12345678"), ("country", "Italia")).Phone);

    [Fact]
    public void Without_a_given_country_the_ending_of_the_address_tells_it() =>
        Assert.Equal("+493012345678", Given.Contact(("phone", "030 12345678"), ("email", "mia@firma.de")).Phone);

    [Fact]
    public void At_last_the_source_tells_the_country_of_a_number() =>
        Assert.Equal("+390612345678", Given.Contact(Given.Form(("phone", "06 12345678")), "IT").Phone);

    [Theory]
    [InlineData("06 12345678")]
    [InlineData("call me")]
    [InlineData("+39")]
    [InlineData("12")]
    public void A_lead_with_nothing_but_a_number_that_nobody_can_dial_is_missing_its_contact(string written) =>
        Assert.Equal("phone", Assert.Single(Given.Problems(("phone", written))).Field);

    [Fact]
    public void A_number_that_cannot_be_read_stays_in_the_form()
    {
        var form = Given.Form(("email", "mia@firm.example"), ("phone", "ask for Mia"));
        var usable = Assert.IsType<ContactResult.Usable>(Contact.Normalise(form, null));

        Assert.Null(usable.Contact.Phone);
        Assert.Equal("ask for Mia", form["phone"]);
        Assert.Equal("phone", Assert.Single(usable.Remarks).Field);
    }

    [Fact]
    public void A_lead_with_a_wrong_address_and_a_good_number_is_taken_with_a_remark()
    {
        var usable =
            Assert.IsType<ContactResult.Usable>(Contact.Normalise(Given.Form(("email", "mia@"), ("phone", "+39 06 12345678")), null));

        Assert.Null(usable.Contact.Email);
        Assert.Equal("email", Assert.Single(usable.Remarks).Field);
    }

    [Fact]
    public void A_lead_with_neither_address_nor_number_is_told_what_to_give() =>
        Assert.Equal("Give an e-mail address, or else a phone number.", Assert.Single(Given.Problems(("name", "Mia"))).Message);

    [Fact]
    public void Problems_quote_nothing_of_what_was_posted() => Assert.All(
        Given.Problems(("email", "secret person"), ("phone", "secret")), problem =>
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal));

    [Fact]
    public void A_long_name_is_cut_between_graphemes_for_display_and_kept_whole_in_the_form()
    {
        var family = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 100));
        var form = Given.Form(("email", "mia@firm.example"), ("name", family), ("company", new string('x', 10_000)));

        var contact = Given.Contact(form);

        Assert.Equal(family, form["name"]);
        Assert.Equal(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 62)) + "…", contact.Name);
        Assert.Equal(new string('x', 499) + "…", contact.Company);
    }

    [Fact]
    public void One_letter_under_ten_thousand_marks_is_cut_too() =>
        Assert.Equal(500, Given.Contact(("email", "mia@firm.example"), ("name", "x" + new string('\u0335', 10_000))).Name!.Length);

    [Theory]
    [InlineData("it", "it")]
    [InlineData("it-IT", "it")]
    [InlineData("EN_us", "en")]
    [InlineData("it-IT,it;q=0.9,en;q=0.8", "it")]
    [InlineData("Italiano", "it")]
    [InlineData("German", "de")]
    [InlineData("Español", "es")]
    [InlineData("deu", "de")]
    [InlineData("Klingon", null)]
    public void A_language_is_a_code_or_a_name(string written, string? code) =>
        Assert.Equal(code, Given.Contact(("email", "mia@firm.example"), ("language", written)).Language);

    [Theory]
    [InlineData("+247 62889")]
    [InlineData("+800 1234 5678")]
    public void A_number_of_a_place_without_a_country_code_tells_no_country(string phone)
    {
        var contact = Given.Contact(Given.Form(("phone", phone)));

        Assert.NotNull(contact.Phone);
        Assert.Null(contact.Country);
    }
}
