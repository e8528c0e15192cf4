using System.Buffers.Binary;

namespace Handoff.Service.Packing;

/// <summary>The head of a packed text (RFC 8878, section 3.1.1.1).</summary>
internal static class PackedFrame
{
    private const int DescriptorAt = 4;
    private const int IsSingleSegment = 0b0010_0000;

    /// <summary>The four bytes that every frame begins with.</summary>
    public static ReadOnlySpan<byte> Begin => [0x28, 0xB5, 0x2F, 0xFD];

    /// <summary>The number of the dictionary by which it was packed; 0: none, or the frame ends before.</summary>
    public static int DictionaryOf(ReadOnlySpan<byte> frame)
    {
        if (frame.Length <= DescriptorAt)
            return 0;
        var descriptor = frame[DescriptorAt];
        // A single segment needs no window, whose byte stands before the number otherwise.
        var number = frame[Math.Min(frame.Length, DescriptorAt + ((descriptor & IsSingleSegment) != 0 ? 1 : 2))..];
        return (descriptor & 0b11) switch
        {
            1 when number.Length >= 1 => number[0],
            2 when number.Length >= 2 => BinaryPrimitives.ReadUInt16LittleEndian(number),
            3 when number.Length >= 4 => BinaryPrimitives.ReadInt32LittleEndian(number),
            _ => 0,
        };
    }
}
