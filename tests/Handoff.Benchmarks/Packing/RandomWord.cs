namespace Handoff.Benchmarks.Packing;

/// <summary>A word that means nothing.</summary>
internal static class RandomWord
{
    public static string Of(int length, Random chance) => string.Create(length, chance, static (letters, chance) =>
    {
        foreach (ref var letter in letters)
            letter = (char)('a' + chance.Next(26));
    });
}
