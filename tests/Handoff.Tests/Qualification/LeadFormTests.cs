using System.Collections.Immutable;
using Handoff.Qualification;
using Xunit;

namespace Handoff.Tests.Qualification;

public sealed class LeadFormTests
{
    [Theory]
    [InlineData("email", "email")]
    [InlineData("Email", "email")]
    [InlineData("E-Mail", "email")]
    [InlineData("your-email", "email")]
    [InlineData("fields[email]", "email")]
    [InlineData("form_fields[email]", "email")]
    [InlineData("emailAddress", "email")]
    [InlineData("Indirizzo e-mail", "email")]
    [InlineData("FULL_NAME", "name")]
    [InlineData("Nome e cognome", "name")]
    [InlineData("firstname", "first_name")]
    [InlineData("lastName", "last_name")]
    [InlineData("Società", "company")]
    [InlineData("Ragione sociale", "company")]
    [InlineData("COMPANY_NAME", "company")]
    [InlineData("Paese", "country")]
    [InlineData("tel", "phone")]
    [InlineData("Numero di telefono", "phone")]
    [InlineData("Job Title", "job_title")]
    [InlineData("jobtitle", "job_title")]
    [InlineData("Company size", "employees")]
    [InlineData("numero_dipendenti", "employees")]
    [InlineData("form_name", "form")]
    [InlineData("lang", "language")]
    [InlineData("Comments", "message")]
    [InlineData("1. Name", "name")]
    [InlineData("1Name", "name")]
    [InlineData("2) Work email", "email")]
    [InlineData("What's your full name?", "name")]
    [InlineData("1. What is your company name?", "company")]
    [InlineData("Qual è il tuo cognome?", "last_name")]
    [InlineData("Wie lautet Ihr Nachname?", "last_name")]
    [InlineData("Quel est votre prénom ?", "first_name")]
    [InlineData("¿Cuál es tu empresa?", "company")]
    [InlineData("Teléfono / WhatsApp", "phone")]
    [InlineData("Numero WhatsApp", "phone")]
    [InlineData("Geschäftliche E-Mail", "email")]
    [InlineData("E-Mail-Adresse", "email")]
    [InlineData("Ihre E-Mail", "email")]
    [InlineData("Vorname", "first_name")]
    [InlineData("Nachname", "last_name")]
    [InlineData("Vor- und Nachname", "name")]
    [InlineData("Firma", "company")]
    [InlineData("Unternehmen", "company")]
    [InlineData("Land", "country")]
    [InlineData("Telefonnummer", "phone")]
    [InlineData("Funktion", "job_title")]
    [InlineData("Anzahl Mitarbeiter", "employees")]
    [InlineData("Unternehmensgröße", "employees")]
    [InlineData("Ihre Nachricht", "message")]
    [InlineData("Adresse e-mail professionnelle", "email")]
    [InlineData("Courriel", "email")]
    [InlineData("Prénom", "first_name")]
    [InlineData("Nom", "last_name")]
    [InlineData("Nom de l'entreprise", "company")]
    [InlineData("Société", "company")]
    [InlineData("Pays", "country")]
    [InlineData("Numéro de téléphone", "phone")]
    [InlineData("Intitulé du poste", "job_title")]
    [InlineData("Nombre d’employés", "employees")]
    [InlineData("Votre message", "message")]
    [InlineData("Correo electrónico", "email")]
    [InlineData("Nombre", "first_name")]
    [InlineData("Apellidos", "last_name")]
    [InlineData("Nombre y apellidos", "name")]
    [InlineData("Empresa", "company")]
    [InlineData("País", "country")]
    [InlineData("Teléfono móvil", "phone")]
    [InlineData("Cargo", "job_title")]
    [InlineData("Número de empleados", "employees")]
    [InlineData("Tamaño de la empresa", "employees")]
    [InlineData("Mensaje", "message")]
    public void Common_spellings_are_recognised(string posted, string field) =>
        Assert.Equal("value", Given.Form((posted, "value"))[field]);

    [Theory]
    [InlineData("Max", "Mustermann", "Max Mustermann")]
    [InlineData("Max", "Max Mustermann", "Max Mustermann")]
    [InlineData("Max", "Mustermann, Max", "Mustermann, Max")]
    [InlineData("Max", "max", "max")]
    public void One_word_as_the_name_beside_a_given_name_is_the_family_name(string given, string name, string whole) =>
        Assert.Equal(whole, Given.Form(("Vorname", given), ("Name", name))["name"]);

    [Fact]
    public void A_source_maps_the_vendors_names_and_sets_its_own_values()
    {
        var form = Given.Posted(
            Given.DemoForm,
            ("your-name", "Mia Wolf"), ("your-email", "mia@firm.example"), ("your-company", "Firm"), ("your-tel", "06 1234567"),
                ("form", "newsletter"));

        Assert.Equal("Mia Wolf", form["name"]);
        Assert.Equal("mia@firm.example", form["email"]);
        Assert.Equal("Firm", form["company"]);
        Assert.Equal("06 1234567", form["phone"]);
        Assert.Equal("demo", form["form"]);
    }

    [Fact]
    public void A_mapped_field_wins_over_one_that_is_spelled_like_ours_and_both_are_kept()
    {
        var source = Given.Website with { Map = ImmutableDictionary<string, string>.Empty.Add("email", "q7") };

        var form = Given.Posted(source, ("email", "office@firm.example"), ("q7", "mia@firm.example"));

        Assert.Equal("mia@firm.example", form["email"]);
        Assert.Equal("office@firm.example", form["email_2"]);
    }

    [Fact]
    public void The_map_finds_the_vendors_name_in_another_case() =>
        Assert.Equal("Mia", Given.Posted(Given.DemoForm, ("Your-Name", "Mia"))["name"]);

    [Fact]
    public void First_and_last_name_make_a_name() =>
        Assert.Equal("Mia Wolf", Given.Form(("Nome", "Mia"), ("Cognome", "Wolf"))["name"]);

    [Fact]
    public void A_whole_name_is_left_as_it_is() =>
        Assert.Equal("Dr. M. Wolf", Given.Form(("first_name", "Mia"), ("name", "Dr. M. Wolf"))["name"]);

    [Fact]
    public void Other_fields_are_kept_in_snake_case()
    {
        var form = Given.Form(("UTM Source", "news"), ("budgetRange", "5-10k"), ("会社の規模", "50"), ("***", "stars"));

        Assert.Equal("news", form["utm_source"]);
        Assert.Equal("5-10k", form["budget_range"]);
        Assert.Equal("50", form["会社の規模"]);
        Assert.Equal("stars", form["field"]);
    }

    [Fact]
    public void Of_two_spellings_the_likelier_wins_and_neither_is_lost()
    {
        var form = Given.Form(("mobile", "347 1234567"), ("phone", "06 1234567"));

        Assert.Equal("06 1234567", form["phone"]);
        Assert.Equal("347 1234567", form["mobile"]);
    }

    [Fact]
    public void Fields_that_come_to_one_name_are_numbered()
    {
        var form = Given.Form(("Budget", "1"), ("budget", "2"), ("BUDGET", "3"));

        Assert.Equal(["1", "2", "3"], new[] { form["budget"], form["budget_2"], form["budget_3"] }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_hundred_thousand_fields_of_one_name_are_read_in_a_moment()
    {
        var posted = Enumerable.Range(0, 100_000).ToDictionary(number => "x" + Punctuation(number), _ => "v", StringComparer.Ordinal);

        Assert.Equal(100_000, LeadForm.Mapped(Given.Website, posted).Fields.Count);
    }

    [Fact]
    public void Blank_fields_are_not_given() => Assert.Empty(Given.Form(("email", "  "), ("name", ""), ("company", "\u200B\t")).Fields);

    [Fact]
    public void The_order_of_the_posted_fields_changes_nothing()
    {
        (string, string)[] fields = [("E-mail", "a@x.example"), ("Email", "b@x.example"), ("mail", "c@x.example")];

        Assert.Equal(Given.Form(fields).Fields.OrderBy(f => f.Key), Given.Form([.. fields.Reverse()]).Fields.OrderBy(f => f.Key));
    }

    [Fact]
    public void Values_are_trimmed_and_normalised()
    {
        var form = Given.Form(("name", "  Jose\u0301 "));

        Assert.Equal("José", form["name"]);
    }

    [Fact]
    public void Line_breaks_stay_in_the_message_and_are_spaces_elsewhere()
    {
        var form = Given.Form(("message", "one\r\ntwo\tthree"), ("name", "Mia\r\nBcc: x@y.example"));

        Assert.Equal("one\ntwo\tthree", form["message"]);
        Assert.Equal("Mia Bcc: x@y.example", form["name"]);
    }

    [Fact]
    public void Control_characters_direction_overrides_and_zero_width_spaces_are_dropped() =>
        Assert.Equal("Mia Wolf", Given.Form(("name", "\u202EM\0i\u001Ba\u200B W\uFEFFo\u2066l\u009Ff"))["name"]);

    [Fact]
    public void Letters_of_every_script_emoji_and_markup_stay_as_written()
    {
        const string text = "<b>שלום</b> 👩‍💻 & \"Łódź\" مرحبا";

        Assert.Equal(text, Given.Form(("company", text))["company"]);
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", Given.Form(("name", "a\uD83Db"))["name"]);

    [Fact]
    public void Ten_thousand_characters_are_kept_whole()
    {
        var text = new string('é', 10_000);

        Assert.Equal(text, Given.Form(("message", text))["message"]);
    }

    private static string Punctuation(int number) => string.Concat(Convert.ToString(number, 2).Select(digit => digit == '1' ? '!' : '?'));
}
