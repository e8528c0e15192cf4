using System.Collections.Immutable;

namespace Handoff.Service.Outside;

/// <summary>
/// A question to an interface of a vendor. Its address is a vendor's own or stands in the files: nothing that somebody sends is ever part
/// of its host.
/// </summary>
/// <param name="Address">Where, with what it asks.</param>
public sealed record OutsideCall(Uri Address)
{
    /// <summary>The form that is posted; null: it is a GET.</summary>
    public ImmutableArray<KeyValuePair<string, string>>? Form { get; init; }

    /// <summary>What is sent as <c>Authorization: Bearer</c>, or null.</summary>
    public string? Bearer { get; init; }

    /// <summary>Further headers.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];
}

/// <summary>What came of it.</summary>
public abstract record OutsideAnswer
{
    private OutsideAnswer()
    {
    }

    /// <summary>The vendor answered.</summary>
    public sealed record Said(int Status, byte[] Body) : OutsideAnswer;

    /// <summary>There was no answer, or not in time.</summary>
    /// <param name="Because">Why, without anything of the question.</param>
    public sealed record Silent(string Because) : OutsideAnswer;
}

/// <summary>Port: asks vendors.</summary>
public interface IOutside
{
    /// <summary>Asks once. What goes wrong is <see cref="OutsideAnswer.Silent"/>, never an exception.</summary>
    Task<OutsideAnswer> AskAsync(OutsideCall call, CancellationToken cancellation);
}

/// <summary>Asks nobody: of hosts without a way out.</summary>
public sealed class NobodyOutside : IOutside
{
    /// <inheritdoc/>
    public Task<OutsideAnswer> AskAsync(OutsideCall call, CancellationToken cancellation) =>
        Task.FromResult<OutsideAnswer>(new OutsideAnswer.Silent("this host asks nobody"));
}
