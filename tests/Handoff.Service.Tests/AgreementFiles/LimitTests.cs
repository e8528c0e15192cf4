using Handoff.Service.AgreementFiles;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

public sealed class LimitTests
{
    [Fact]
    public void An_alias_repeats_what_its_anchor_holds()
    {
        var files = Acme.Files
            .With(Acme.AgreementFile, "first_contact: { within: 30m, ladder: fast }",
                "first_contact: &half_an_hour { within: 30m, ladder: fast }")
            .With(Acme.AgreementFile, "{ within: 4h,  ladder: normal }", "*half_an_hour");

        Assert.Equal(Acme.Loaded(files).Agreement.Tiers[0].FirstContact, Acme.Loaded(files).Agreement.Tiers[1].FirstContact);
    }

    [Fact]
    public void What_an_alias_repeats_is_told_once()
    {
        var files = Acme.Files
            .With(Acme.AgreementFile, "first_contact: { within: 30m, ladder: fast }",
                "first_contact: &half_an_hour { within: 30, ladder: fast }")
            .With(Acme.AgreementFile, "{ within: 4h,  ladder: normal }", "*half_an_hour");

        Assert.Single(Acme.Mistakes(files));
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_before_it_unfolds()
    {
        var bomb = string.Concat(Enumerable.Range(1, 30).Select(level => FormattableString.Invariant(
            $"a{level}: &a{level} [{string.Join(
            ", ", Enumerable.Repeat(level == 1 ? "boom" : FormattableString.Invariant($"*a{level - 1}"), 10))}]\n")));

        Acme.Told(Acme.Files.SetItem(Acme.SourcesFile, bomb), "sources.yaml:5:5: this unfolds to more than 50000 values");
    }

    [Fact]
    public void A_file_that_is_too_deep_is_refused()
    {
        var deep = "sources: " + new string('[', 100_000);

        Acme.Told(Acme.Files.SetItem(Acme.SourcesFile, deep), "sources.yaml:1:41: this is more than 32 levels deep");
    }

    [Fact]
    public void Aliases_do_not_get_around_the_depth()
    {
        var deep = "a0: &a0 [x]\n"
            + string.Concat(Enumerable.Range(1, 40).Select(level => FormattableString.Invariant($"a{level}: &a{level} [*a{level - 1}]\n")));

        Acme.Told(Acme.Files.SetItem(Acme.SourcesFile, deep), "sources.yaml:31:12: this is more than 32 levels deep");
    }

    [Fact]
    public void A_file_of_more_than_a_megabyte_is_refused() => Acme.Told(
        Acme.Files.SetItem(Acme.SourcesFile, Acme.Files[Acme.SourcesFile] + new string('#', AgreementFolderReader.MaxFileBytes)),
        "sources.yaml:1:1: the file is larger than 1 MB");

    [Fact]
    public void A_file_of_a_megabyte_is_read()
    {
        var text = Acme.Files[Acme.SourcesFile];

        Assert.Empty(
            Acme.Mistakes(Acme.Files.SetItem(Acme.SourcesFile, text + new string('#', AgreementFolderReader.MaxFileBytes - text.Length))));
    }
}
