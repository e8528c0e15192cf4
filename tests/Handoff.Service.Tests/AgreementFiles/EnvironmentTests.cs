using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class EnvironmentTests
{
    [Theory]
    [InlineData("${HANDOFF_COMPANY}", "Acme & Sons")]
    [InlineData("${HANDOFF_COMPANY:-Nobody}", "Acme & Sons")]
    [InlineData("${HANDOFF_NOT_SET:-Nobody}", "Nobody")]
    [InlineData("${HANDOFF_EMPTY:-Nobody}", "Nobody")]
    [InlineData("\"The ${HANDOFF_COMPANY} of ${HANDOFF_PLACE:-Milan}\"", "The Acme & Sons of Milan")]
    [InlineData("$COMPANY", "$COMPANY")]
    public void A_reference_is_replaced_by_the_variable_or_its_default(string written, string expected) =>
        Assert.Equal(expected, Acme.Loaded(Acme.Files.With(Acme.AgreementFile, "Acme S.p.A.", written), Variables).Agreement.Organisation);

    [Fact]
    public void What_a_variable_holds_is_never_YAML() => Assert.Equal(
        "{ a: [b] } # c",
        Acme.Loaded(Acme.Files.With(Acme.AgreementFile, "Acme S.p.A.", "${HANDOFF_TRICKY}"), Variables).Agreement.Organisation);

    [Fact]
    public void A_number_may_come_from_the_environment() => Assert.Equal(
        55,
        Acme.Loaded(Acme.Files.With(Acme.AgreementFile, "qualified_at: 40 ", "qualified_at: ${HANDOFF_POINTS} "), Variables)
            .Agreement.Qualification.QualifiedAt);

    [Fact]
    public void A_mistake_never_repeats_what_a_variable_holds() => Assert.Equal(
        [$"sources.yaml:4:13: {Acme.FormatExpected}, not '${{HANDOFF_COMPANY}}'"],
        Acme.Mistakes(Acme.Files.With(Acme.SourcesFile, "format: json", "format: ${HANDOFF_COMPANY}"), Variables));

    [Theory]
    [InlineData("key: ${HANDOFF_COMPANY}", false)]
    [InlineData("key: ${HANDOFF_COMPANY:-demo}", false)]
    [InlineData("key: ${HANDOFF_NOT_SET:-demo}", true)]
    [InlineData("key: demo", true)]
    [InlineData("key: ${HANDOFF_COMPANY}-demo", true)]
    public void A_key_of_which_the_file_holds_a_part_counts_as_a_default(string written, bool isDefault) => Assert.Equal(
        isDefault,
        Acme.Loaded(
            Acme.Files.With(
            Acme.SourcesFile, "    format: form\n    key: ${HANDOFF_WEBSITE_KEY:-demo}", $"    format: form\n    {written}"),
            Variables).Sources[1].KeyIsDefault);

    private static string? Variables(string name) => name switch
    {
        "HANDOFF_COMPANY" => "Acme & Sons",
        "HANDOFF_TRICKY" => "{ a: [b] } # c",
        "HANDOFF_POINTS" => "55",
        "HANDOFF_EMPTY" => "",
        _ => null,
    };
}
