using Handoff.Agreements;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>What leads are counted by, as the files say it.</summary>
public sealed class DimensionTests
{
    [Fact]
    public void An_agreement_that_names_none_has_the_usual_ones() =>
        Assert.Equal(Dimension.Usual, Acme.Loaded(Acme.Files).Agreement.Dimensions);

    [Fact]
    public void A_dimension_is_a_name_or_a_name_and_the_field_that_holds_it() => Assert.Equal(
        [new Dimension("campaign", null), new Dimension("industry", "settore"), new Dimension("product", null)],
        Acme.Loaded(With("dimensions: [campaign, { name: industry, from: settore }, product]")).Agreement.Dimensions.ToArray());

    [Fact]
    public void An_agreement_may_have_none() => Assert.Empty(Acme.Loaded(With("dimensions: []")).Agreement.Dimensions);

    [Theory]
    [InlineData("dimensions: [campaign, email]", 24,
        "'email' is personal data; a dimension is kept when a lead is erased, so it cannot be one")]
    [InlineData("dimensions: [{ name: who, from: name }]", 33,
        "'name' is personal data; a dimension is kept when a lead is erased, so it cannot be one")]
    [InlineData("dimensions: [form, { name: form, from: product }]", 28, "there is a dimension 'form' already, on line 4")]
    [InlineData("dimensions: [{ name: industry, form: settore }]", 32, "unknown key 'form'; did you mean 'from'?")]
    [InlineData("dimensions: [Job Title]", 14,
        "a field's name in small letters, digits and '_', such as job_title, is expected, not 'Job Title'")]
    public void Mistakes_are_told(string written, int column, string message) =>
        Acme.Told(With(written), $"agreement.yaml:4:{column}: {message}");

    [Fact]
    public void The_sources_file_may_say_what_a_campaign_is_called()
    {
        var sources = Acme.Loaded(Acme.Files.SetItem(
            Acme.SourcesFile, Acme.Files[Acme.SourcesFile] + "campaigns: { \"120210987654321\": Autumn, Old_Name: new-name }\n")).Sources;

        Assert.All(sources, source => Assert.Equal(
            ["120210987654321=Autumn", "old_name=new-name"], source.Campaigns.Select(each => $"{each.Key}={each.Value}").Order()));
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, string> With(string written) =>
        Acme.Files.With(Acme.AgreementFile, "agreement: 2026-11\n", $"agreement: 2026-11\n{written}\n");
}
