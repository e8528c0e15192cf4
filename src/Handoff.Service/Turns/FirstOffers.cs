namespace Handoff.Service.Turns;

/// <summary>
/// When a lead's first offer is made: in the write that stores the lead, which spares a turn of its own, or by the first turn after it.
/// </summary>
/// <param name="keepsUp">
/// Whether whoever runs the leads keeps up with those that arrive. In a flood the landing pages come first, and those who wait for their offer come before
/// one who has just arrived.
/// </param>
public sealed class FirstOffers(Func<bool> keepsUp)
{
    /// <summary>Always by the first turn: for a store that has its rotas elsewhere, so that whoever posts a lead need not wait for them.</summary>
    public static FirstOffers ByTheFirstTurn { get; } = new(static () => false);

    /// <summary>Whether a lead that is stored now is offered at once.</summary>
    public bool AreMadeNow => keepsUp();
}
