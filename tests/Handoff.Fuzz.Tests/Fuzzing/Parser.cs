namespace Handoff.Fuzz.Tests.Fuzzing;

/// <summary>Something that reads what others send, and what must hold whatever they send.</summary>
/// <param name="Name">Its name, by which an input is played again.</param>
/// <param name="Corpus">Inputs that mean something: what is mutated.</param>
/// <param name="Words">Words that mean something to it: they are put in.</param>
/// <param name="Holds">Reads an input; throws when a property does not hold.</param>
internal sealed record Parser(string Name, IReadOnlyList<byte[]> Corpus, IReadOnlyList<string> Words, Action<byte[]> Holds);
