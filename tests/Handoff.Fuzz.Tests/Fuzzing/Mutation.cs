using System.Globalization;
using System.Text;

namespace Handoff.Fuzz.Tests.Fuzzing;

/// <summary>Makes inputs of a parser: the same seed and place, the same input. None is larger than <see cref="Largest"/>.</summary>
internal static class Mutation
{
    /// <summary>Bytes of the largest input.</summary>
    public const int Largest = 256 * 1024;

    /// <summary>
    /// What trips readers of text: ends, marks of direction, half characters, other digits, letters that change their length.
    /// </summary>
    private static readonly byte[][] Oddities =
    [
        [0], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], "\r\n"u8.ToArray(),
            "\u2028"u8.ToArray(),
        "\u202E"u8.ToArray(), "\u0000"u8.ToArray(), "İ"u8.ToArray(), "ß"u8.ToArray(), "٣"u8.ToArray(), "e\u0301\u0301\u0301"u8.ToArray(),
            "👩‍💻"u8.ToArray(),
        "\uFFFE"u8.ToArray(), "\u001b[31m"u8.ToArray(), "ﬀ"u8.ToArray(), "\u00A0"u8.ToArray(), "＝"u8.ToArray(),
    ];

    private static readonly string[] Numbers =
    [
        "0", "-1", "1", "255", "256", "32767", "65536", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "1e309", "1E-400",
            "00001",
        "99999999999999999999999999999", "0.1", "-0", "NaN", "0x10", "9999", "-9998", "1000000",
    ];

    /// <summary>The input at a place.</summary>
    public static byte[] Make(Parser parser, int seed, int place)
    {
        var chance = new Random(unchecked((seed * 1_000_003) + place));
        var input = new List<byte>(Of(chance, parser.Corpus));
        for (var times = 1 + chance.Next(chance.Next(4) == 0 ? 24 : 5); times > 0; times--)
            Mutate(input, parser, chance);
        return input.Count > Largest ? [.. input.Take(Largest)] : [.. input];
    }

    private static void Mutate(List<byte> input, Parser parser, Random chance)
    {
        var at = chance.Next(input.Count + 1);
        var length = Math.Min(1 + chance.Next(chance.Next(3) == 0 ? 200 : 8), input.Count - at);
        switch (chance.Next(11))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << chance.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)chance.Next(256);
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3:
                Repeat(input, at, length, 1 + chance.Next(3));
                break;
            case 4 when chance.Next(8) == 0:
                Repeat(input, at, length, chance.Next(1, 4_000));
                break;
            case 5:
                input.InsertRange(at, Encoding.UTF8.GetBytes(Of(chance, Numbers)));
                break;
            case 6:
                input.InsertRange(at, Of(chance, Oddities));
                break;
            case 7 when parser.Words.Count > 0:
                input.InsertRange(at, Encoding.UTF8.GetBytes(Of(chance, parser.Words)));
                break;
            case 8:
                Splice(input, at, Of(chance, parser.Corpus), chance);
                break;
            case 9 when chance.Next(4) == 0:
                input.RemoveRange(at, input.Count - at);
                break;
            default:
                OtherNumber(input, at, chance);
                break;
        }
    }

    private static void Repeat(List<byte> input, int at, int length, int times)
    {
        var part = input.GetRange(at, length);
        for (var time = 0; time < times && input.Count < Largest; time++)
            input.InsertRange(at, part);
    }

    private static void Splice(List<byte> input, int at, byte[] other, Random chance)
    {
        var from = chance.Next(other.Length + 1);
        input.InsertRange(at, other.AsSpan(from, Math.Min(chance.Next(1, 400), other.Length - from)));
    }

    /// <summary>Writes another number in the place of the next one.</summary>
    private static void OtherNumber(List<byte> input, int at, Random chance)
    {
        var first = input.FindIndex(Math.Min(at, Math.Max(0, input.Count - 1)), one => one is >= (byte)'0' and <= (byte)'9');
        if (first < 0)
            return;
        var last = first;
        while (last < input.Count && input[last] is >= (byte)'0' and <= (byte)'9')
            last++;
        input.RemoveRange(first, last - first);
        input.InsertRange(
            first, Encoding.UTF8.GetBytes(
            chance.Next(2) == 0 ? Of(chance, Numbers) : chance.Next().ToString(CultureInfo.InvariantCulture)));
    }

    private static T Of<T>(Random chance, IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];
}
