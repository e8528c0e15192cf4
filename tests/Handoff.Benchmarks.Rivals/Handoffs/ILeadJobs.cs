namespace Handoff.Benchmarks.Rivals.Handoffs;

/// <summary>What a job scheduler does for a handoff.</summary>
internal interface ILeadJobs
{
    /// <summary>Offers the lead as soon as a worker is free.</summary>
    Task OfferSoonAsync(string lead);

    /// <summary>Confirms the acceptance by e-mail as soon as a worker is free.</summary>
    Task ConfirmSoonAsync(string lead);

    /// <summary>Carries out a rung of a clock when it falls due.</summary>
    /// <returns>The job, to be cancelled when the clock is met.</returns>
    Task<string> RungAtAsync(string lead, string clock, DateTimeOffset due);

    /// <summary>The clock is met.</summary>
    Task CancelAsync(string job);
}
