using System.Collections.Immutable;
using Handoff.People;

namespace Handoff.Agreements.Words;

/// <summary>One thing in which two versions differ.</summary>
/// <param name="Chapter">Where it is read.</param>
/// <param name="Says">The sentence: <c>The accept clock of hot leads: 5 minutes, was 10 minutes.</c></param>
public sealed record AgreementChange(AgreementChapter Chapter, string Says);

/// <summary>In which things two versions of the agreement differ, in words.</summary>
public sealed class AgreementDifference(Language language) : Sentences(language)
{
    /// <summary>The differences, in the order in which the agreement is read; none exactly if both mean the same.</summary>
    /// <param name="before">The terms of the earlier version.</param>
    /// <param name="after">The terms of the later one, in the same language.</param>
    public ImmutableArray<AgreementChange> Between(IReadOnlyList<AgreementTerm> before, IReadOnlyList<AgreementTerm> after)
    {
        var (old, current) = (before.ToDictionary(term => term.Key), after.ToDictionary(term => term.Key));
        var stay = after.Where(term => old.TryGetValue(term.Key, out var was) ? was.Meaning != term.Meaning : true)
            .Select(term => (term, Says: old.TryGetValue(term.Key, out var was) ? Changed(was, term) : Came(term)));
        var gone = before.Where(term => !current.ContainsKey(term.Key)).Select(term => (term, Says: Went(term)));
        return [.. stay.Concat(gone).OrderBy(one => one.term.Chapter).Select(one => new AgreementChange(one.term.Chapter, one.Says))];
    }

    private string Changed(AgreementTerm was, AgreementTerm now) => was.Members is { } before && now.Members is { } after
        ? Exchanged(now.About, [.. after.Except(before)], [.. before.Except(after)])
        : Say($"{now.About}: {now.Says}, was {was.Says}.", $"{now.About}: {now.Says}, prima {was.Says}.");

    private string Exchanged(string about, IReadOnlyList<string> came, IReadOnlyList<string> went) => (came.Count, went.Count) switch
    {
        (_, 0) => Say($"{about}: now also {List(came)}.", $"{about}: ora anche {List(came)}."),
        (0, _) => Say($"{about}: no longer {List(went)}.", $"{about}: non più {List(went)}."),
        _ => Say(
            $"{about}: now also {List(came)}, no longer {List(went)}.", $"{about}: ora anche {List(came)}, non più {List(went)}."),
    };

    private string Came(AgreementTerm term) => Say(
        $"{term.About}: {term.Says}; nothing was said before.", $"{term.About}: {term.Says}; prima non era detto nulla.");

    private string Went(AgreementTerm term) => Say(
        $"{term.About}: nothing is said any more; was {term.Says}.", $"{term.About}: non è più detto nulla; prima {term.Says}.");
}
