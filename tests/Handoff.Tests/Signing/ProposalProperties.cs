using CsCheck;
using Handoff.Agreements.Signing;
using Handoff.People;
using Handoff.Processes;
using NodaTime;
using Xunit;

namespace Handoff.Tests.Signing;

/// <summary>Whatever is asked, in whatever order and however late.</summary>
public sealed class ProposalProperties
{
    private static readonly Gen<Action<Signed>> AnyAct = Gen.OneOf(
        OneOf(Signed.Giulia, Signed.Paolo, Signed.Anna).Select(by => new Action<Signed>(it => it.Sign(by))),
        Gen.Int[1, 60].Select(hours => new Action<Signed>(it => it.Pass(Duration.FromHours(hours)))),
        Gen.Int[1, 20].Select(days => new Action<Signed>(it => it.Now += Duration.FromDays(days))),
        Gen.Const(new Action<Signed>(it => Replace(it, "newer"))),
        Gen.Const(new Action<Signed>(it =>
        {
            if (it.World.Current!.Content != Signed.Content)
                Replace(it, Signed.Content);
            it.Propose();
        })));

    private static readonly Gen<Action<Signed>> AnyStep = Gen.OneOf(
        AnyAct, AnyAct, AnyAct,
        OneOf(Signed.Paolo, Signed.Anna).Select(head => new Action<Signed>(it => it.World = it.World with { Sales = head })),
        Gen.Bool.Select(fits => new Action<Signed>(it => it.World = it.World with { IsFit = fits })));

    [Fact]
    public void It_is_in_force_only_with_the_signatures_of_both_heads_under_this_content_since_it_was_proposed() =>
        AnyStep.Array[1, 40].Sample(steps =>
        {
            var it = new Signed().Propose();
            foreach (var step in steps)
            {
                step(it);
                if (it.State.Standing is not (ProposalStanding.Agreed or ProposalStanding.InForce))
                    continue;
                var round = it.Events.Skip(it.Events.LastIndexOf(it.Events.OfType<ProposalMade>().Last())).ToList();
                var agreed = round.OfType<ProposalAgreed>().Single();
                var signed = round.TakeWhile(one => one != agreed).OfType<ProposalSigned>().ToList();
                Assert.All(signed, one => Assert.Equal(Signed.Content, one.Content));
                Assert.Superset(new HashSet<PersonId> { Signed.Giulia, Signed.Paolo }, signed.Select(one => one.By).ToHashSet());
                Assert.True(agreed.InForceAt > agreed.At);
                Assert.Equal(LocalTime.Midnight, agreed.InForceAt.InZone(Signed.Rome).TimeOfDay);
                if (it.State.Standing == ProposalStanding.InForce)
                    Assert.DoesNotContain(round, one => one is ProposalVoided or ProposalExpired or ProposalUnfit);
            }
        });

    [Fact]
    public void How_often_it_is_looked_at_changes_nothing() => AnyAct.Array[1, 30].Sample(steps =>
    {
        var (seldom, often) = (new Signed().Propose(), new Signed().Propose());
        foreach (var step in steps)
        {
            step(seldom);
            step(often);
            often.Ask(new ProcessCommand.TakeTurn());
            often.Ask(new ProcessCommand.TakeTurn());
        }

        seldom.Ask(new ProcessCommand.TakeTurn());
        Assert.Equal(Facts(often), Facts(seldom));
    });

    [Fact]
    public void Its_events_alone_give_the_state_and_while_it_lives_it_wakes_by_itself() => AnyStep.Array[1, 40].Sample(steps =>
    {
        var it = new Signed().Propose();
        foreach (var step in steps)
            step(it);

        Assert.Equal(it.State.Version, it.Events.Length);
        Assert.Equal(it.State.Standing, it.Events.Aggregate(Proposal.Empty, ProposalDecider.Evolve).Standing);
        Assert.Equal(it.State.IsAlive, it.State.DueAt is not null);
    });

    private static void Replace(Signed it, string content)
    {
        it.Now += Duration.FromMinutes(1);
        it.World = it.World with { Current = new(content, it.Now) };
        it.Ask(new ProcessCommand.TakeTurn());
    }

    private static Gen<PersonId> OneOf(params PersonId[] people) => Gen.OneOf([.. people.Select(Gen.Const)]);

    /// <summary>What happened, without when it was noticed; reminders depend on it.</summary>
    private static List<string> Facts(Signed it) =>
        [.. it.Events.Where(one => one is not (LetterOwed or ProposalReminded)).Select(one => one.GetType().Name)];
}
