using Handoff.Agreements.Signing;
using Handoff.Leads;
using Handoff.Processes;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Signing;

/// <summary>A changed agreement is signed by both heads before it counts (design section 4).</summary>
public sealed class ProposalTests
{
    private static readonly Answer Done = new Answer.Done();

    [Fact]
    public void Signed_by_both_heads_it_is_in_force_from_the_next_local_midnight()
    {
        var it = new Signed().Propose();

        Assert.Equal(Done, it.Sign(Signed.Giulia));
        it.Now += Duration.FromHours(2);
        Assert.Equal(Done, it.Sign(Signed.Paolo));

        Assert.Equal((ProposalStanding.Agreed, Instant.FromUtc(2026, 11, 30, 23, 0)), (it.State.Standing, it.State.InForceAt));
        Assert.Equal(it.State.InForceAt, it.State.NextWakeUp is { } next ? Instant.Max(next, it.State.InForceAt!.Value) : null);
        Assert.Equal(ProposalStanding.Agreed, it.Pass(Duration.FromHours(11)).State.Standing);
        Assert.Equal(ProposalStanding.InForce, it.Pass(Duration.FromHours(1)).State.Standing);
        Assert.Equal(
            [(LetterKind.Proposal, Signed.Giulia), (LetterKind.Proposal, Signed.Paolo), (LetterKind.ProposalInForce, Signed.Giulia),
                (LetterKind.ProposalInForce, Signed.Paolo)], it.Mails);
    }

    [Fact]
    public void One_signature_is_not_enough_and_a_second_of_the_same_person_is_none()
    {
        var it = new Signed().Propose();

        Assert.Equal(Done, it.Sign(Signed.Giulia));
        Assert.Equal(new Answer.AlreadyDone(), it.Sign(Signed.Giulia));

        Assert.Equal(ProposalStanding.Open, it.Pass(Duration.FromDays(6)).State.Standing);
        Assert.Single(it.State.Signatures);
    }

    [Fact]
    public void Who_is_no_head_and_who_saw_something_else_signs_nothing()
    {
        var it = new Signed().Propose();

        Assert.Equal(new Answer.TooLate(LateCause.NotYours), it.Sign(Signed.Anna));
        Assert.Equal(new Answer.TooLate(LateCause.Ended), it.Sign(Signed.Giulia, "another"));

        Assert.Empty(it.State.Signatures);
    }

    [Fact]
    public void A_head_whom_only_the_proposal_names_signs_too()
    {
        var it = new Signed().Propose(Signed.Terms with { Sales = Signed.Anna });

        it.Sign(Signed.Giulia);
        it.Sign(Signed.Paolo);
        Assert.Equal(ProposalStanding.Open, it.State.Standing);
        it.Sign(Signed.Anna);

        Assert.Equal(ProposalStanding.Agreed, it.State.Standing);
    }

    [Fact]
    public void One_person_never_signs_for_both_sides()
    {
        var it = new Signed { World = new(Signed.Rome, Signed.Giulia, Signed.Giulia, new(Signed.Content, Signed.Monday), IsFit: true) };
        it.Propose(Signed.Terms with { Sales = Signed.Giulia });

        it.Sign(Signed.Giulia);

        Assert.Equal(ProposalStanding.Open, it.State.Standing);
    }

    [Fact]
    public void Signatures_that_are_there_suffice_once_a_head_who_left_is_replaced_by_one_of_them()
    {
        var it = new Signed().Propose(Signed.Terms with { Sales = Signed.Anna });
        it.Sign(Signed.Giulia);
        it.Sign(Signed.Anna);

        it.World = it.World with { Sales = Signed.Anna };

        Assert.Equal(ProposalStanding.Agreed, it.Pass(Duration.Zero).State.Standing);
    }

    [Fact]
    public void It_may_begin_later_than_it_is_signed()
    {
        var it = new Signed().Propose(Signed.Terms with { Begins = new(2027, 2, 1) });
        it.Sign(Signed.Giulia);
        it.Sign(Signed.Paolo);

        Assert.Equal(Instant.FromUtc(2027, 1, 31, 23, 0), it.State.InForceAt);
        Assert.Equal(ProposalStanding.Agreed, it.Pass(Duration.FromDays(45)).State.Standing);
    }

    [Fact]
    public void A_newer_one_voids_it_with_its_signatures_until_it_is_in_force()
    {
        var it = new Signed().Propose();
        it.Sign(Signed.Giulia);
        it.Sign(Signed.Paolo);

        it.World = it.World with { Current = new("newer", it.Now + Duration.FromHours(1)) };
        it.Pass(Duration.FromHours(1));

        Assert.Equal(ProposalStanding.Voided, it.State.Standing);
        Assert.Equal(ProposalStanding.Voided, it.Pass(Duration.FromDays(40)).State.Standing);
        Assert.Equal(new Answer.TooLate(LateCause.Ended), it.Sign(Signed.Paolo));
        Assert.Contains((LetterKind.ProposalVoided, Signed.Paolo), it.Mails);
    }

    [Fact]
    public void A_turn_that_comes_late_does_not_let_a_newer_one_void_what_was_in_force_by_then()
    {
        var it = new Signed().Propose();
        it.Sign(Signed.Giulia);
        it.Sign(Signed.Paolo);

        it.World = it.World with { Current = new("newer", Signed.Monday + Duration.FromHours(20)) };
        it.Pass(Duration.FromHours(20));

        Assert.Equal((ProposalStanding.InForce, Instant.FromUtc(2026, 11, 30, 23, 0)), (it.State.Standing, it.State.InForceAt));
    }

    [Fact]
    public void Proposed_again_it_has_no_signatures()
    {
        var it = new Signed().Propose();
        it.Sign(Signed.Giulia);
        it.World = it.World with { Current = new("", it.Now + Duration.FromHours(1)) };
        it.Pass(Duration.FromHours(1));
        it.World = it.World with { Current = new(Signed.Content, it.Now + Duration.FromHours(1)) };
        it.Now += Duration.FromHours(1);

        it.Propose();

        Assert.Equal((ProposalStanding.Open, 2, 0), (it.State.Standing, it.State.Round, it.State.Signatures.Length));
        Assert.Equal(new Answer.AlreadyDone(), it.Ask(new MakeProposal(it.World.Current.Since, Signed.Terms)));
    }

    [Fact]
    public void Made_by_two_who_read_the_folder_at_once_it_is_made_once()
    {
        // The clock of the one is ahead, and what the other wrote is current.
        var it = new Signed().Propose();

        Assert.Equal(new Answer.AlreadyDone(), it.Ask(new MakeProposal(it.Now + Duration.FromSeconds(12), Signed.Terms)));

        Assert.Equal(1, it.State.Round);
        Assert.Equal(2, it.Mails.Count());
    }

    [Fact]
    public void Who_has_not_signed_within_seven_days_is_reminded_once()
    {
        var it = new Signed().Propose();
        it.Sign(Signed.Giulia);

        it.Pass(Duration.FromDays(7)).Pass(Duration.FromDays(7));

        Assert.Equal([Signed.Paolo], it.Mails.Where(mail => mail.Kind == LetterKind.ProposalReminder).Select(mail => mail.To));
    }

    [Fact]
    public void After_thirty_days_it_cannot_be_signed_any_more()
    {
        var it = new Signed().Propose();
        it.Sign(Signed.Giulia);

        it.Now += Duration.FromDays(30);

        Assert.Equal(new Answer.TooLate(LateCause.Ended), it.Sign(Signed.Paolo));
        Assert.Equal(ProposalStanding.Expired, it.State.Standing);
        Assert.Contains((LetterKind.ProposalExpired, Signed.Giulia), it.Mails);
    }

    [Fact]
    public void One_that_does_not_go_with_the_people_of_its_day_leaves_the_old_one_in_force()
    {
        var it = new Signed().Propose();
        it.Sign(Signed.Giulia);
        it.Sign(Signed.Paolo);
        it.World = it.World with { IsFit = false };

        it.Pass(Duration.FromDays(1));

        Assert.Equal(ProposalStanding.Unfit, it.State.Standing);
        Assert.Contains((LetterKind.ProposalUnfit, Signed.Paolo), it.Mails);
    }

    [Theory]
    [InlineData("Europe/Rome", "2027-03-27T23:30:00Z", "2027-03-28T22:00:00Z")]
    [InlineData("Europe/Rome", "2026-10-24T22:30:00Z", "2026-10-25T23:00:00Z")]
    [InlineData("Africa/Cairo", "2027-04-29T12:00:00Z", "2027-04-29T22:00:00Z")]
    [InlineData("America/Havana", "2024-11-03T04:30:00Z", "2024-11-04T05:00:00Z")]
    [InlineData("Europe/Rome", "2026-11-30T23:00:00Z", "2026-12-01T23:00:00Z")]
    public void A_midnight_that_a_change_of_clocks_skips_or_repeats_is_the_first_moment_of_the_day(string zone, string at, string expected)
    {
        var from = ProposalDecider.InForceAt(
            NodaTime.Text.InstantPattern.General.Parse(at).Value, begins: null, DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(expected).Value, from);
    }
}
