using Handoff.Meetings;
using Handoff.People;
using Handoff.Service.Mail;
using Handoff.Service.Meetings;
using NodaTime;

namespace Handoff.Mail.Tests;

/// <summary>A mail about a meeting says what is new to its reader.</summary>
public sealed class MeetingMailTests
{
    private static readonly Instant Meeting = Instant.FromUtc(2026, 12, 1, 9, 0);

    [Theory]
    [InlineData("en", MeetingNews.Called, "Marketing and sales meet on Tuesday 1 December")]
    [InlineData("en", MeetingNews.OtherHead, "Another head: the meeting of Tuesday 1 December")]
    [InlineData("en", MeetingNews.WithoutReader, "Without you: the meeting of Tuesday 1 December")]
    [InlineData("it", MeetingNews.OtherHead, "Altra direzione: la riunione di martedì 1º dicembre")]
    [InlineData("it", MeetingNews.WithoutReader, "Senza di te: la riunione di martedì 1º dicembre")]
    [InlineData("de", MeetingNews.OtherHead, "Andere Leitung: Treffen am Dienstag, 1. Dezember")]
    public async Task Its_subject_says_it(string language, MeetingNews news, string subject) =>
        Assert.Equal(subject, (await RenderAsync((Language)language, news, late: Duration.Zero)).Subject);

    [Fact]
    public async Task Who_is_no_longer_invited_gets_no_agenda()
    {
        var mail = await RenderAsync(Language.En, MeetingNews.WithoutReader, late: Duration.Zero);

        Assert.Contains("You are no longer invited", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agenda", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MeetingNews.Called, 3, true)]
    [InlineData(MeetingNews.Called, 0, false)]
    [InlineData(MeetingNews.Moved, 3, false)]
    public async Task An_invitation_that_was_missed_says_that_it_comes_late(MeetingNews news, int hours, bool isLate)
    {
        const string Says = "This invitation was due at 15:15 and comes late: the system did not run then.";

        var mail = await RenderAsync(Language.En, news, Duration.FromHours(hours));

        Assert.Equal(isLate, mail.Text.Contains(Says, StringComparison.Ordinal));
    }

    private static Task<RenderedMail> RenderAsync(Language language, MeetingNews news, Duration late) => Mails.RenderAsync(
        new MeetingMail(
            new(Given.Start + late, 1, Meeting, new(2026, 12, 1), 45, 1, AgendaLeads.None) { Due = Given.Start },
            news is MeetingNews.Cancelled or MeetingNews.WithoutReader)
        {
            News = news,
            Reader = Given.Reader(language),
            Organisation = "Acme S.p.A.",
            Now = Given.Start + late,
            Zone = Given.Rome,
            ReasonOf = code => code,
            PageOf = lead => Given.Site,
            Links = [new("meeting", $"{Given.Site}meeting")],
        });
}
