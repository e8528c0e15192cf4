using CsCheck;
using Handoff.People;
using Handoff.Routing;
using Xunit;
using static Handoff.Tests.Routing.Desk;

namespace Handoff.Tests.Routing;

public sealed class FairnessProperties
{
    private static readonly Strategy[] Strategies = [Strategy.WeightedRoundRobin, Strategy.LeastLoaded, Strategy.Claim];

    private static readonly Gen<Member> AnyMember =
        from weight in Gen.Int[1, 9]
        from capacity in OneOf<int?>(null, 1, 3, 10)
        from load in Gen.Int[0, 4]
        from credit in Gen.Int[-60, 60]
        from lastTurn in Gen.Long[0, 9]
        from speaks in OneOf<string[]>([], ["it"], ["it", "en"])
        from late in Gen.Bool
        from away in OneOf<Absence[]>([], [], [new(Sunday, null)], [new(Sunday, Monday)])
        from inFiles in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        select new Member("X")
        {
            Weight = weight,
            Capacity = capacity,
            Entry = new(load, credit, lastTurn),
            Speaks = speaks,
            Calendar = late ? Afternoon : Calendars.Given.Office,
            Away = away,
            InFiles = inFiles,
        };

    private static readonly Gen<RoutingRequest> AnyRequest =
        from members in AnyMember.Array[0, 12]
        from strategy in OneOf(Strategies)
        from now in OneOf(Monday, Sunday)
        from language in OneOf<string?>(null, "en", "it", "de")
        from excluded in Gen.Int[0, 14].Array[0, 3]
        from holder in Gen.Int[0, 30]
        from owner in Gen.Int[0, 30]
        select (Of([.. members.Select((member, i) => member with { Name = $"R{i}" })]) with { Strategy = strategy }).Request with
        {
            Now = now,
            Language = language,
            Excluded = [.. excluded.Select(i => Id($"R{i}"))],
            NotTo = holder > 12 ? null : Id($"R{holder}"),
            ExistingOwner = owner switch { > 20 => null, > 15 => Id("Zoe"), _ => Id($"R{owner}") },
        };

    [Fact]
    public void No_rep_is_ever_a_whole_lead_ahead_of_the_share_nor_much_more_behind() =>
        Gen.Int[1, 10].Array[2, 20].Sample(weights => Furthest(weights) is (Ahead: < 1, Behind: < 1.2));

    [Fact]
    public void In_teams_of_up_to_four_no_rep_is_ever_a_whole_lead_away_from_the_share()
    {
        foreach (var weights in Teams(4, 4))
            Assert.True(Furthest(weights) is (Ahead: < 1, Behind: < 1), string.Join(' ', weights));
    }

    [Fact]
    public void Credits_add_up_to_what_was_credited_back() =>
        (from weights in Gen.Int[1, 9].Array[1, 8]
         from steps in Gen.Select(Gen.Int[0, 255], Gen.Bool, Gen.Int[-1, 7]).Array[1, 60]
         select (weights, steps)).Sample(run =>
        {
            var (desk, back) = (Weighted(run.weights), 0L);
            foreach (var (mask, bad, owner) in run.steps)
            {
                var choice = desk.Choose(request => request with
                {
                    Excluded = [.. Enumerable.Range(0, run.weights.Length).Where(i => (mask >> i & 1) == 1).Select(i => Id($"R{i}"))],
                    ExistingOwner = owner < 0 ? null : Id($"R{owner}"),
                });
                desk = desk.After(choice);
                if (!bad || choice.Chosen.IsEmpty)
                    continue;
                desk = desk.CreditBack(Name(choice.Chosen[0]), choice.Cost);
                back += choice.Cost;
            }

            return desk.Rota.Entries.Values.Sum(entry => (long)entry.Credit) == back;
        });

    [Fact]
    public void Credits_add_up_to_nothing_when_turns_are_taken_back() =>
        (from weights in Gen.Int[1, 9].Array[1, 8] from bad in Gen.Bool.Array[1, 60] select (weights, bad)).Sample(run =>
        {
            var desk = Weighted(run.weights);
            foreach (var bad in run.bad)
            {
                var choice = desk.Choose();
                desk = desk.After(choice);
                if (bad)
                    desk = desk with { Rota = desk.Rota.Apply(new RotaChange("italy", choice.CreditBack(), TakesTurn: false)) };
            }

            return desk.Rota.Entries.Values.Sum(entry => (long)entry.Credit) == 0;
        });

    [Fact]
    public void Back_from_leave_nobody_gets_more_than_two_leads_in_a_row_that_the_weight_does_not_give() =>
        (from n in Gen.Int[3, 10] from before in Gen.Int[0, 30] from away in Gen.Int[1, 200] select (n, before, away)).Sample(run =>
        {
            var desk = Weighted([.. Enumerable.Repeat(1, run.n)]).Run(run.before).After
                .Run(run.away, request => request with { Excluded = [Id("R0")] }).After;

            // the own share of two rounds is two; what was owed before the leave adds one at most
            return desk.Run(2 * run.n).Names.Split(' ').Count(name => name == "R0") is >= 1 and <= 3;
        });

    [Fact]
    public void Nobody_is_chosen_who_cannot_take_it() => AnyRequest.Sample(request =>
    {
        var choice = Router.Choose(request);
        return choice.Chosen.All(id =>
        {
            var person = request.Staff.Find(id);
            var team = request.Staff.Team(choice.Team)!;
            var rep = team.Rep(id);
            var knows = choice.ByExistingOwner;
            return person is not null && rep is not null
                && !request.Excluded.Contains(id) && request.NotTo != id
                && Shifts.OnShift(person, request.Now) == choice.OnShiftNow
                && (knows || rep.Capacity is not { } capacity || request.Rota.Of(id).Load < capacity)
                && (knows || request.Language is not { } language || rep.Languages.IsEmpty || rep.Languages.Contains(language));
        });
    });

    [Fact]
    public void The_same_request_has_the_same_answer() => AnyRequest.Sample(request =>
    {
        var (one, other) = (Router.Choose(request), Router.Choose(request));
        return one.Chosen.SequenceEqual(other.Chosen) && one.Deltas.SequenceEqual(other.Deltas)
            && one.Considered.SequenceEqual(other.Considered);
    });

    [Fact]
    public void The_verdict_is_chosen_exactly_for_those_chosen_and_everybody_is_considered_once() => AnyRequest.Sample(request =>
    {
        var choice = Router.Choose(request);
        var considered = choice.Considered.Select(one => one.Rep).ToHashSet();
        return choice.Considered.Where(one => one.Verdict == Verdict.Chosen).Select(one => one.Rep).ToHashSet().SetEquals(choice.Chosen)
            && considered.Count == choice.Considered.Length
            && request.Team.Reps.All(rep => considered.Contains(rep.Id))
            && (!choice.Chosen.IsEmpty || choice.Considered.All(one => one.Verdict != Verdict.Eligible));
    });

    [Fact]
    public void The_explanation_names_everybody() => AnyRequest.Sample(request =>
    {
        var choice = Router.Choose(request);
        var text = RoutingText.Explain(choice, id => $"<{Name(id)}>");
        return choice.Considered.All(one => text.Contains($"<{Name(one.Rep)}>", StringComparison.Ordinal)) && text.EndsWith('.');
    });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Desk Weighted(int[] weights) => Of([.. weights.Select((weight, i) => new Member($"R{i}") { Weight = weight })]);

    /// <summary>How far, in leads, any rep's count was ever from leads · weight / sum, over one whole round.</summary>
    private static (double Ahead, double Behind) Furthest(int[] weights)
    {
        var (desk, counts, sum) = (Weighted(weights), new int[weights.Length], weights.Sum());
        var (ahead, behind) = (0.0, 0.0);
        for (var leads = 1; leads <= sum; leads++)
        {
            var choice = desk.Choose();
            desk = desk.After(choice);
            counts[Index(choice)]++;
            for (var i = 0; i < weights.Length; i++)
            {
                var off = counts[i] - (double)leads * weights[i] / sum;
                (ahead, behind) = (Math.Max(ahead, off), Math.Max(behind, -off));
            }
        }

        return (ahead, behind);
    }

    private static int Index(RoutingChoice choice) => choice.Considered.Index().First(one => one.Item.Verdict == Verdict.Chosen).Index;

    private static IEnumerable<int[]> Teams(int size, int heaviest) =>
        from n in Enumerable.Range(2, size - 1)
        from code in Enumerable.Range(0, (int)Math.Pow(heaviest, n))
        select Enumerable.Range(0, n).Select(i => 1 + code / (int)Math.Pow(heaviest, i) % heaviest).ToArray();
}
