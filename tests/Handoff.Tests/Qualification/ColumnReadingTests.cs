using System.Collections.Immutable;
using CsCheck;
using Handoff.Agreements;
using Handoff.Qualification;
using Handoff.Qualification.Columns;
using Xunit;

namespace Handoff.Tests.Qualification;

/// <summary>How the columns of a table of leads are understood, and that the intake then reads each row in that very way.</summary>
public sealed class ColumnReadingTests
{
    private static readonly LeadSource Website = new() { Name = "website", Format = SourceFormat.Json, Key = "k" };

    [Fact]
    public void Headers_are_known_in_any_case_in_English_and_Italian() => Assert.Equal(
        ["email", "first_name", "last_name", "company", "phone", "country", "job_title", "employees", "message"],
        Fields(Website, [], "Indirizzo E-Mail", "NOME", "Cognome", "Ragione sociale", " Phone Number ", "Paese", "Job Title",
            "Numero dipendenti", "Note"));

    [Fact]
    public void What_is_not_known_is_kept_under_its_own_name() =>
        Assert.Equal(["email", "campagna_2026", "budget"], Fields(Website, [], "E-mail", "Campagna 2026", "Budget (€)"));

    [Fact]
    public void What_is_said_wins_over_the_header()
    {
        var columns =
            Understood(Website, [new("email", "personal e-mail"), new("message", "Budget")], "Email", "Personal E-mail", "Budget");

        Assert.Equal(
            [("email_2", ColumnRole.Kept), ("email", ColumnRole.Said), ("message", ColumnRole.Said)],
            columns.Select(one => (one.Field, one.Role)));
    }

    [Fact]
    public void The_sources_own_map_comes_before_spellings()
    {
        var mapped = Website with { Map = ImmutableDictionary<string, string>.Empty.Add("email", "Contatto").Add("region", "Zona") };

        Assert.Equal(["email", "region", "name"], Fields(mapped, [], "contatto", "ZONA", "Full name"));
    }

    [Fact]
    public void A_second_spelling_stands_in_where_the_first_is_blank()
    {
        var columns = Understood(Website, [], "Mobile Phone", "Phone", "Email");
        Assert.Equal([ColumnRole.StandsIn, ColumnRole.Known, ColumnRole.Known], columns.Select(one => one.Role));

        var form = LeadForm.Mapped(
            Website, new Dictionary<string, string> { [columns[0].Posted] = "+39 333 1234567", [columns[2].Posted] = "a@b.example" });

        Assert.Equal("+39 333 1234567", form["phone"]);
    }

    [Fact]
    public void A_column_named_as_the_field_that_people_never_see_does_not_make_every_row_spam()
    {
        var source = Website with { Honeypot = "website_url" };

        Assert.DoesNotContain(Understood(source, [], "Email", "Website URL", "website_url"), column => column.Posted == "website_url");
    }

    [Fact]
    public void What_an_earlier_import_wrote_is_left_out() => Assert.Equal(
        [ColumnRole.LeftOut, ColumnRole.LeftOut, ColumnRole.Known],
        Understood(Website, [], "line", "problem", "Email").Select(one => one.Role));

    [Theory]
    [InlineData("No column is an e-mail address or a phone number", "Name,Company")]
    [InlineData("Twice a column says 'email' ('Email' in column 1, 'email' in column 3)", "Email,Name,email")]
    [InlineData("There is no column 'Fono'. The file has: 'Email', 'Name'.", "Email,Name", "phone=Fono")]
    [InlineData("'phone' is mapped twice", "Email,A,B", "phone=A;Phone=B")]
    [InlineData("The column 'A' is mapped to 'phone' and to 'company'", "Email,A", "phone=A;company=A")]
    [InlineData("The column 'A' is there twice", "Email,A,A", "phone=A")]
    [InlineData("'score' is found out by Handoff itself", "Email,A", "score=A")]
    public void What_is_not_clear_has_to_be_said_first(string mistake, string headers, string said = "")
    {
        var pairs = said.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Select(pair => new SaidColumn(pair[0], pair[1]));

        var refused = Assert.IsType<ColumnPlan.Refused>(ColumnReading.Plan(Website, [.. pairs], headers.Split(',')));

        Assert.StartsWith(mistake, Assert.Single(refused.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_intake_reads_a_row_as_the_plan_says()
    {
        string[] spellings =
        [
            "Email", "E-mail", "work email", "Nome", "Name", "Phone", "Cellulare", "Your Phone", "Message", "note", "Country", "Form",
                "website_url", "email_2", "Campagna", "line",
        ];
        var header = Gen.OneOf(Gen.Int[0, spellings.Length - 1].Select(place => spellings[place]), Gen.String[Gen.Char["aB _-1é"], 0, 6]);
        var source =
            Website with
            {
                Honeypot = "website_url",
                Map = ImmutableDictionary<string, string>.Empty.Add("phone", "Cellulare").Add("extra", "Campagna")
            };

        Gen.Select(header.Array[1, 12], Gen.Bool).Sample((headers, isSaid) =>
        {
            if (ColumnReading.Plan(
                source, isSaid ? [new("company", headers[0])] : [], headers) is not ColumnPlan.Understood { Columns: var columns })
                return true;
            var sent = columns.Where(column => column.Role != ColumnRole.LeftOut).ToList();
            var form = LeadForm.Mapped(source, sent.ToDictionary(column => column.Posted, column => $"value {column.Place}"));
            return form.Fields.Values.Count(value => value.StartsWith("value ", StringComparison.Ordinal)) >= sent.Count
                && sent.Where(column => column.Role != ColumnRole.StandsIn).All(column => form[column.Field] == $"value {column.Place}");
        });
    }

    private static string[] Fields(LeadSource source, SaidColumn[] said, params string[] headers) =>
        [.. Understood(source, said, headers).Select(column => column.Field)];

    private static ImmutableArray<PlannedColumn> Understood(LeadSource source, SaidColumn[] said, params string[] headers) =>
        Assert.IsType<ColumnPlan.Understood>(ColumnReading.Plan(source, said, headers)).Columns;
}
