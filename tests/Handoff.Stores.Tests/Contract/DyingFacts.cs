using Handoff.Service.Storage;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>Facts of a process that dies after some writes.</summary>
internal sealed class DyingFacts(IFactStore facts, int writes) : IFactStore
{
    private int _left = writes;

    public ValueTask<IReadOnlyList<RecordedAbsence>> ListAbsencesAsync(Instant from, CancellationToken cancellation) =>
        facts.ListAbsencesAsync(from, cancellation);

    public ValueTask SaveAbsenceAsync(RecordedAbsence absence, CancellationToken cancellation) =>
        Alive().SaveAbsenceAsync(absence, cancellation);

    public ValueTask DropAbsencesAsync(string person, CancellationToken cancellation) => Alive().DropAbsencesAsync(person, cancellation);

    public ValueTask<StoredText?> FindTextAsync(string name, CancellationToken cancellation) => facts.FindTextAsync(name, cancellation);

    public ValueTask SaveTextAsync(StoredText text, CancellationToken cancellation) => Alive().SaveTextAsync(text, cancellation);

    public ValueTask<string?> FindValueAsync(string name, CancellationToken cancellation) => facts.FindValueAsync(name, cancellation);

    public ValueTask<IReadOnlyDictionary<string, string>> ListValuesAsync(string prefix, CancellationToken cancellation) =>
        facts.ListValuesAsync(prefix, cancellation);

    public ValueTask<bool> ClaimAsync(string name, Instant until, Instant now, CancellationToken cancellation) =>
        Alive().ClaimAsync(name, until, now, cancellation);

    public ValueTask SaveValueAsync(string name, string value, CancellationToken cancellation) =>
        Alive().SaveValueAsync(name, value, cancellation);

    public ValueTask DropAsync(string name, CancellationToken cancellation) => Alive().DropAsync(name, cancellation);

    private IFactStore Alive() => _left-- > 0 ? facts : throw new InvalidOperationException("The process is dead.");
}
