namespace Handoff.Service.Quality;

/// <summary>Whether a domain takes mail.</summary>
public enum DomainMail
{
    /// <summary>Nobody could say, or not in time: it counts as if it did.</summary>
    Unknown,

    /// <summary>It does, or may.</summary>
    Takes,

    /// <summary>
    /// There is no such domain, it has neither a mail server nor an address, or it says itself that it takes none (RFC 7505).
    /// </summary>
    TakesNone,
}

/// <summary>Port: asks the name system.</summary>
public interface IMailDomains
{
    /// <summary>Whether a domain takes mail. What goes wrong is <see cref="DomainMail.Unknown"/>, never an exception.</summary>
    /// <param name="domain">In ASCII, lower case.</param>
    /// <param name="cancellation">Whoever asks waits no longer.</param>
    Task<DomainMail> AskAsync(string domain, CancellationToken cancellation);
}

/// <summary>Knows nothing: of hosts that ask nobody.</summary>
public sealed class NoNameSystem : IMailDomains
{
    /// <inheritdoc/>
    public Task<DomainMail> AskAsync(string domain, CancellationToken cancellation) => Task.FromResult(DomainMail.Unknown);
}
