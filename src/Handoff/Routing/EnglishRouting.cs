using System.Globalization;

namespace Handoff.Routing;

/// <inheritdoc />
internal sealed class EnglishRouting : RoutingWords
{
    public static EnglishRouting Instance { get; } = new();

    public override string NobodyElse => ": nobody else can take it";

    public override string AsOwner => " as the company's existing owner";

    public override string Waited => " (of equals, who waited longest, then who stands first)";

    public override string Away => "away";

    public override string OffShift => "off shift";

    public override string OtherLanguage => "does not speak the lead's language";

    public override string DeclinedOrLapsed => "has declined it or let it lapse";

    public override string HoldsItNow => "holds it now";

    public override string NotInStaff => "takes no leads any more";

    protected override string And(string name) => $"and {name}";

    public override string NoReps(string team) => $"Nobody can take the lead: the team {team} has no reps.";

    public override string Nobody(string passedOver) => $"Nobody can take the lead: {passedOver}.";

    public override string Kept(string keeper, string? time, string passedOver) => time is null
        ? $"Nobody is on shift, and {keeper} is at work: {passedOver}."
        : $"Nobody is on shift, and {keeper} is at work from {time}, before any of them: {passedOver}.";

    public override string NotAsked(string passedOver) => $"Not asked: {passedOver}.";

    public override string Gets(string name, string shift) => $"{name} gets the lead{shift}";

    public override string AheadOf(string names) => $", ahead of {names}";

    public override string Pays(int credits) => string.Create(CultureInfo.InvariantCulture, $", and pays {credits} credits for it");

    public override string CanClaim(string names, string shift) => $"{names} can take the lead{shift}: the first to accept has it";

    public override string AreAsked(string names, string shift, int most, string later) =>
        string.Create(CultureInfo.InvariantCulture, $"{names} are asked{shift} and the first to accept has the lead: an offer names {most} at most, and {later} come later in the rota");

    public override string SmallestLoad(string own, string others) => $" with the smallest load, {own} against {others}";

    public override string HighestCredit(string own, string others) => $" with the highest credit plus weight, {own} against {others}";

    public override string ForWhom(string figure, string name) => $"{figure} for {name}";

    public override string Share(int load, long of) => string.Create(CultureInfo.InvariantCulture, $"{load} of {of}");

    public override string NextOnShift(string time) => $"next on shift at {time}";

    public override string AwayUntil(string time) => $"away, next on shift at {time}";

    public override string OffShiftUntil(string time) => $"off shift until {time}";

    public override string AtCapacity(int load, int? capacity) => string.Create(CultureInfo.InvariantCulture, $"at capacity with {load} of {capacity}");
}
