using NodaTime;

namespace Handoff.Service.Importing;

/// <summary>What came of posting a row.</summary>
public abstract record RowAnswer
{
    private RowAnswer()
    {
    }

    /// <summary>It is stored, durably.</summary>
    /// <param name="Status">The lead's status word.</param>
    public sealed record Taken(string Status, string Tier) : RowAnswer;

    /// <summary>It cannot be used.</summary>
    /// <param name="Problem">What to correct; quotes nothing of the row.</param>
    public sealed record Unusable(string Problem) : RowAnswer;

    /// <summary>Not now.</summary>
    /// <param name="After">How long to wait at least.</param>
    /// <param name="Outage">Why, when something does not work; null: it works and asks for patience.</param>
    public sealed record Later(Duration After, string? Outage) : RowAnswer;

    /// <summary>No row will be taken.</summary>
    public sealed record Never(string Why) : RowAnswer;
}

/// <summary>Takes rows: the intake of a data folder, or that of a host over HTTP.</summary>
public interface IImportDoor
{
    /// <summary>Posts one row. Called from several threads at once.</summary>
    /// <param name="cancellation">Cancels the waiting for an answer; the row may be stored nevertheless, and its key tells when it comes
    /// again.</param>
    Task<RowAnswer> PostAsync(RowPost post, CancellationToken cancellation);
}

/// <summary>
/// Remembers which rows are in, for longer than the intake remembers their keys. It may forget the last ones when the process ends
/// suddenly: then the key tells. Called from several threads at once.
/// </summary>
public interface ITakenRows
{
    /// <summary>Whether the row of that key is in.</summary>
    bool Contains(string key);

    void Add(string key);
}
