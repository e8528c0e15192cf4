using System.Text;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>Inputs as texts, and texts as inputs.</summary>
internal static class Input
{
    /// <summary>A text as it comes over the network: bytes that mean nothing are replaced.</summary>
    public static string Text(this byte[] input) => Encoding.UTF8.GetString(input);

    /// <summary>A header's or a cookie's value: bytes as they come, one character each.</summary>
    public static string Header(this byte[] input) => Encoding.Latin1.GetString(input);

    public static byte[][] Of(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Says which property does not hold.</summary>
    public static void Holds(bool holds, string property)
    {
        if (!holds)
            throw new InvalidOperationException($"It does not hold that {property}.");
    }
}
