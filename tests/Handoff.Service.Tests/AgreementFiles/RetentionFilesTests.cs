using Handoff.Agreements;
using Handoff.Service.AgreementFiles;
using NodaTime;
using Xunit;

namespace Handoff.Service.Tests.AgreementFiles;

/// <summary><c>retention</c> in <c>agreement.yaml</c>.</summary>
public sealed class RetentionFilesTests
{
    private static RetentionTerms? Read(string retention) =>
        Assert.IsType<FolderReading.Loaded>(Acme.Read(Acme.Files.SetItem(Acme.AgreementFile, Acme.Files[Acme.AgreementFile] + retention)))
            .Folder.Agreement.Retention;

    [Fact]
    public void Nothing_said_keeps_everything() => Assert.Null(Read(""));

    [Fact]
    public void One_time_is_for_all_that_ended_and_each_may_have_its_own()
    {
        var terms = Read("retention: { leads: 24 months, won: for_ever, discarded: 30 days }\n")!;

        Assert.Equal(new(24, RetentionUnit.Months), terms.Lost);
        Assert.Equal(terms.Lost, terms.Nurture);
        Assert.Equal(new(30, RetentionUnit.Days), terms.Discarded);
        Assert.Equal((RetentionPeriod.ForEver, RetentionPeriod.ForEver), (terms.Won, terms.SalesQualified));
    }

    [Theory]
    [InlineData("2y")]
    [InlineData("0 days")]
    [InlineData("121 months")]
    [InlineData("24")]
    [InlineData("-1 months")]
    public void A_time_that_is_none_is_told(string text)
    {
        var refused = Assert.IsType<FolderReading.Refused>(
            Acme.Read(Acme.Files.SetItem(Acme.AgreementFile, Acme.Files[Acme.AgreementFile] + $"retention: {{ leads: {text} }}\n")));
        Assert.Contains("a time such as 24 months or 30 days", Assert.Single(refused.Mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_are_those_of_the_calendar_at_the_same_time_of_day()
    {
        var rome = DateTimeZoneProviders.Tzdb["Europe/Rome"];
        Assert.Equal(
            Instant.FromUtc(2027, 2, 28, 8, 0),
            new RetentionPeriod(3, RetentionUnit.Months).After(Instant.FromUtc(2026, 11, 30, 8, 0), rome));
        Assert.Equal(
            Instant.FromUtc(2026, 4, 2, 7, 0), new RetentionPeriod(30, RetentionUnit.Days).After(Instant.FromUtc(2026, 3, 3, 8, 0), rome));
        Assert.Null(RetentionPeriod.ForEver.After(Instant.FromUtc(2026, 3, 3, 8, 0), rome));
    }
}
