using Handoff.People;

namespace Handoff.Routing;

/// <summary>The words of <see cref="RoutingText"/> in one language. A language that lacks one does not compile.</summary>
internal abstract class RoutingWords
{
    public static RoutingWords In(Language language) => language switch
    {
        Language.En => EnglishRouting.Instance,
        Language.It => ItalianRouting.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "A language has words."),
    };

    public abstract string NoReps(string team);

    public abstract string Nobody(string passedOver);

    /// <summary>The queue has somebody at work before any rep: since <paramref name="time"/>, or now.</summary>
    public abstract string Kept(string keeper, string? time, string passedOver);

    public abstract string NotAsked(string passedOver);

    /// <summary>Who gets it; <paramref name="shift"/> stands between commas where it is not empty.</summary>
    public abstract string Gets(string name, string shift);

    public abstract string NobodyElse { get; }

    public abstract string AsOwner { get; }

    public abstract string AheadOf(string names);

    public abstract string Pays(int credits);

    public abstract string CanClaim(string names, string shift);

    public abstract string AreAsked(string names, string shift, int most, string later);

    public abstract string SmallestLoad(string own, string others);

    public abstract string HighestCredit(string own, string others);

    public abstract string ForWhom(string figure, string name);

    public abstract string Share(int load, long of);

    public abstract string Waited { get; }

    public abstract string NextOnShift(string time);

    public abstract string Away { get; }

    public abstract string AwayUntil(string time);

    public abstract string OffShift { get; }

    public abstract string OffShiftUntil(string time);

    public abstract string AtCapacity(int load, int? capacity);

    public abstract string OtherLanguage { get; }

    public abstract string DeclinedOrLapsed { get; }

    public abstract string HoldsItNow { get; }

    public abstract string NotInStaff { get; }

    /// <summary>The last of several: <c>and Carla</c>.</summary>
    protected abstract string And(string name);

    public string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} {And(all[^1])}";
    }
}
