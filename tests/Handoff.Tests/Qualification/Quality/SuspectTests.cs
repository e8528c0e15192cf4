using System.Collections.Immutable;
using Handoff.Qualification;
using Handoff.Qualification.Quality;
using Xunit;

namespace Handoff.Tests.Qualification.Quality;

public sealed class SuspectTests
{
    private static readonly ImmutableArray<QualityCheck> All = [.. Enum.GetValues<QualityCheck>()];

    [Theory]
    [InlineData("bot@mailinator.com", Suspicion.Disposable)]
    [InlineData("bot@eu.mailinator.com", Suspicion.Disposable)]
    [InlineData("info@rossi.example", Suspicion.RoleAddress)]
    [InlineData("Segreteria+web@rossi.example", Suspicion.RoleAddress)]
    public void An_address_that_nobody_reads_is_suspect(string address, Suspicion suspicion) =>
        Assert.Equal([suspicion], Of("Ada Rossi", "", address, All));

    [Theory]
    [InlineData("ada.rossi@rossi.example")]
    [InlineData("information.manager@rossi.example")]
    [InlineData("ada@notmailinator.com")]
    public void A_persons_address_is_not(string address) => Assert.Empty(Of("Ada Rossi", "", address, All));

    [Theory]
    [InlineData("Win https://x.example now", "", Suspicion.LinkInName)]
    [InlineData("Ada", "See <a href=\"https://x.example\">this</a>", Suspicion.Markup)]
    [InlineData("Ada", "[url=https://x.example]this[/url]", Suspicion.Markup)]
    [InlineData("Ada", "https://a.example https://b.example https://c.example www.d.example https://e.example", Suspicion.ManyLinks)]
    public void A_text_as_machines_write_is_suspect(string name, string message, Suspicion suspicion) =>
        Assert.Equal([suspicion], Of(name, message, "ada@rossi.example", All));

    [Fact]
    public void A_text_with_the_persons_own_address_is_not() =>
        Assert.Empty(Of("Ada", "We are https://rossi.example and use https://other.example, 200 seats.", "ada@rossi.example", All));

    [Fact]
    public void What_is_not_looked_at_is_not_found() =>
        Assert.Empty(Of("https://x.example", "[url=https://x.example]", "info@mailinator.com", []));

    [Theory]
    [InlineData("MARIO DE LUCA", "Mario De Luca")]
    [InlineData("ÅSA D'ANGELO-ROSSI", "Åsa D'Angelo-Rossi")]
    [InlineData("RONALD MCDONALD", "Ronald McDonald")]
    [InlineData("RONALD McDONALD", "RONALD McDONALD")]
    [InlineData("Ludwig van der Berg", "Ludwig van der Berg")]
    [InlineData("J. R.", "J. R.")]
    [InlineData("王小明", "王小明")]
    public void Only_a_name_that_is_all_capitals_is_written_anew(string written, string shown)
    {
        var form = new LeadForm(LeadForm.Empty.Fields.Add(KnownFields.Name, written).Add(KnownFields.Email, "a@rossi.example"));

        var contact = Assert.IsType<ContactResult.Usable>(Contact.Normalise(form, null)).Contact;

        Assert.Equal((shown, written), (contact.Name, form[KnownFields.Name]));
    }

    private static IEnumerable<Suspicion> Of(string name, string message, string address, ImmutableArray<QualityCheck> checks)
    {
        var fields = LeadForm.Empty.Fields.Add(KnownFields.Name, name).Add(KnownFields.Message, message);
        return Suspect.Of(new(fields), address, checks, DisposableDomains.Known);
    }
}
