namespace Handoff.Benchmarks.Offers;

/// <summary>Where the load program finds the links by which reps accept.</summary>
internal interface IOffers
{
    /// <summary>The offers whose e-mails were handed over since the last look: the lead, and the path that accepts it.</summary>
    Task<IReadOnlyList<(string Lead, string Path)>> NewAsync(CancellationToken cancellation);
}
