using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class ContentTests
{
    private static readonly string Signed = Acme.Loaded(Acme.Files).Content;

    [Theory]
    [InlineData("The two heads sign it; Handoff keeps it.", "They sign it.")]
    [InlineData("organisation: Acme S.p.A.", "organisation:   'Acme S.p.A.'")]
    [InlineData("organisation: Acme S.p.A.", "organisation: ${HANDOFF_COMPANY:-Acme S.p.A.}")]
    [InlineData("{ within: 30m, ladder: fast }", "{ ladder: fast, within: 30m }")]
    public void Comments_layout_and_quotes_are_not_signed(string text, string by) =>
        Assert.Equal(Signed, Acme.Loaded(Acme.Files.With(Acme.AgreementFile, text, by)).Content);

    [Theory]
    [InlineData("{ within: 30m, ladder: fast }", "{ within: 31m, ladder: fast }")]
    [InlineData("organisation: Acme S.p.A.", "organisation: ${HANDOFF_COMPANY:-Acme Ltd}")]
    [InlineData("form: [demo, pricing] } }\n    - { points: 20", "form: [pricing, demo] } }\n    - { points: 20")]
    public void Anything_signed_changes_it(string text, string by) =>
        Assert.NotEqual(Signed, Acme.Loaded(Acme.Files.With(Acme.AgreementFile, text, by)).Content);

    [Fact]
    public void People_and_sources_are_not_signed() => Assert.Equal(
        Signed, Acme.Loaded(
            Acme.Files.With(Acme.PeopleFile, "weight: 2", "weight: 3").With(Acme.SourcesFile, "website_url", "homepage")).Content);
}
