using System.Text;
using System.Text.RegularExpressions;

namespace Handoff.Benchmarks.Packing;

/// <summary>
/// Makes what belongs to one company unlike from sample to sample, so that a dictionary learns the product's words and not the company's: each word of its
/// agreement folder that no schema of the product has, and the address of its pages, become other letters of the same length.
/// </summary>
internal sealed partial class Masking
{
    private readonly HashSet<string> _words;
    private readonly Random _chance = new(11);

    /// <param name="agreement">The agreement folder.</param>
    /// <param name="schemas">The folder of the product's schemas.</param>
    public Masking(string agreement, string schemas)
    {
        _words = WordsOf(agreement, "*.yaml");
        _words.ExceptWith(WordsOf(schemas, "*.json"));
    }

    public byte[] Mask(ReadOnlySpan<byte> sample)
    {
        Dictionary<string, string> masks = new(StringComparer.OrdinalIgnoreCase);
        var text = Word().Replace(Encoding.UTF8.GetString(sample), word => _words.Contains(word.Value) ? MaskOf(word.Value) : word.Value);
        return Encoding.UTF8.GetBytes(Address().Replace(text, static _ => $"https://{Guid.NewGuid():N}"));

        string MaskOf(string word) => masks.TryGetValue(word, out var known) ? known : masks[word] = RandomWord.Of(word.Length, _chance);
    }

    private static HashSet<string> WordsOf(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern)
        .SelectMany(static file => Word().Matches(File.ReadAllText(file)).Select(static word => word.Value))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address();
}
