using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Qualification.Origins;
using Handoff.Service.Storage;

namespace Handoff.Service.Intake;

/// <summary>
/// Keeps the values of a dimension few: of more than <see cref="Most"/> the further ones are <c>other</c>, so that no form can write
/// something of its own into every lead. Each value that was admitted is a fact of the store, so all processes and every restart know the
/// same ones; a process reads them when it meets one that it does not know. Two that admit different ones at the same moment may pass the
/// limit by as many.
/// </summary>
public sealed class DimensionValues(IFactStore facts) : IDisposable
{
    public const int Most = 500;

    private const string Prefix = "dimension:";

    private readonly SemaphoreSlim _admitting = new(1, 1);
    private volatile Dictionary<string, HashSet<string>> _known = [];

    /// <summary>The origin with values that are one too many as <c>other</c>.</summary>
    /// <param name="origin">What was read of the form.</param>
    /// <param name="admits">Whether values that were never seen may be added; those of spam are not.</param>
    public async ValueTask<Origin> AdmittedAsync(Origin origin, bool admits, CancellationToken cancellation) => new(
        await AdmittedAsync(origin.Dimensions, admits, cancellation),
        origin.First is null ? null : await AdmittedAsync(origin.First, admits, cancellation),
        await AdmittedAsync(origin.Last, admits, cancellation));

    /// <inheritdoc/>
    public void Dispose() => _admitting.Dispose();

    private async ValueTask<ImmutableSortedDictionary<string, string>> AdmittedAsync(
        ImmutableSortedDictionary<string, string> values, bool admits, CancellationToken cancellation)
    {
        var admitted = values;
        foreach (var (dimension, value) in values)
            admitted = admitted.SetItem(dimension, await AdmittedAsync(dimension, value, admits, cancellation));
        return admitted;
    }

    private async ValueTask<string> AdmittedAsync(string dimension, string value, bool admits, CancellationToken cancellation)
    {
        if (value is Dimension.Other or Dimension.None || IsKnown(dimension, value))
            return value;
        if (!admits || IsFull(dimension))
            return Dimension.Other;
        await _admitting.WaitAsync(cancellation);
        try
        {
            await ReadAsync(dimension, cancellation);
            if (IsKnown(dimension, value))
                return value;
            if (IsFull(dimension))
                return Dimension.Other;
            await facts.SaveValueAsync($"{Prefix}{dimension}:{value}", "", cancellation);
            Keep(dimension, [.. _known[dimension], value]);
            return value;
        }
        finally
        {
            _admitting.Release();
        }
    }

    private bool IsKnown(string dimension, string value) => _known.GetValueOrDefault(dimension)?.Contains(value) is true;

    private bool IsFull(string dimension) => _known.GetValueOrDefault(dimension)?.Count >= Most;

    private async Task ReadAsync(string dimension, CancellationToken cancellation)
    {
        var prefix = $"{Prefix}{dimension}:";
        Keep(dimension, [.. (await facts.ListValuesAsync(prefix, cancellation)).Keys.Select(name => name[prefix.Length..])]);
    }

    // Replaced as a whole: whoever looks meanwhile sees one or the other.
    private void Keep(string dimension, HashSet<string> values) => _known = new(_known) { [dimension] = values };
}
