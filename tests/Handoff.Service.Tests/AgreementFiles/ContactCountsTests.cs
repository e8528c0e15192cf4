using System.Collections.Immutable;
using Handoff.Agreements;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary>Which ways of contact keep the promise of a first contact, as the agreement says it.</summary>
public sealed class ContactCountsTests
{
    [Fact]
    public void Unless_it_says_so_a_message_on_a_machine_does_not_count() =>
        Assert.Equal(
            [ContactWay.Called, ContactWay.Meeting, ContactWay.Emailed], Acme.Loaded(Acme.Files).Agreement.ContactCounts.ToArray());

    [Fact]
    public void The_agreement_names_the_ways() => Assert.Equal(
        [ContactWay.Called, ContactWay.Voicemail, ContactWay.Emailed],
        Acme.Loaded(With("contact_counts: [called, voicemail, e-mailed]")).Agreement.ContactCounts.ToArray());

    [Theory]
    [InlineData("contact_counts: [called, e-maild]", 26,
        "'called' or 'meeting' or 'e-mailed' or 'voicemail' is expected, not 'e-maild'; did you mean 'e-mailed'?")]
    [InlineData("contact_counts: []", 17, "the list is empty")]
    public void Mistakes_are_told(string written, int column, string message) =>
        Acme.Told(With(written), $"agreement.yaml:4:{column}: {message}");

    private static ImmutableDictionary<string, string> With(string written) =>
        Acme.Files.With(Acme.AgreementFile, "agreement: 2026-11\n", $"agreement: 2026-11\n{written}\n");
}
