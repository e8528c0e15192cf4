using Handoff.Figures;
using Handoff.People;

namespace Handoff.Service.Figures;

/// <summary>What facts of a book have in common: each value stands once, and facts name its number.</summary>
internal sealed class SharedFacts
{
    public SharedValues<LeadTraits> Traits { get; } = new();

    public SharedValues<EndFact> Ends { get; } = new();

    public SharedValues<ChargedFact> Charged { get; } = new();

    public SharedValues<PersonId> People { get; } = new();

    public SharedValues<string> Currencies { get; } = new();

    /// <summary>All of it with the ids of leads that are no number, to be kept.</summary>
    public CommonFacts With(IEnumerable<string> others) =>
        new([.. Traits.All], [.. Ends.All], [.. Charged.All], [.. People.All], [.. Currencies.All], [.. others]);

    /// <summary>Adds what was kept.</summary>
    public void AddAll(CommonFacts common)
    {
        Traits.AddAll(common.Traits);
        Ends.AddAll(common.Ends);
        Charged.AddAll(common.Charged);
        People.AddAll(common.People);
        Currencies.AddAll(common.Currencies);
    }
}
