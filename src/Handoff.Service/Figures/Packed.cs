using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Handoff.Figures;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>Writes small numbers in few bytes: seven bits a byte, the lowest first.</summary>
internal sealed class PackedWriter(int expected)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(expected);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>A number; negative ones take five bytes.</summary>
    public void Number(int number)
    {
        var left = (uint)number;
        var into = _bytes.GetSpan(5);
        var length = 0;
        for (; left > 0x7F; left >>= 7)
            into[length++] = (byte)(left | 0x80);
        into[length++] = (byte)left;
        _bytes.Advance(length);
    }

    /// <summary>An instant near another, before or after it; none is one byte.</summary>
    public void Minute(Minute at, Minute near)
    {
        var away = at.Since(near);
        Number(at.IsNone ? 0 : ((away << 1) ^ (away >> 31)) + 1);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void Text(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    public void Instant(Instant at) => Duration(at - NodaConstants.UnixEpoch);

    public void Duration(Duration time)
    {
        Number(time.Days);
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(8), time.NanosecondOfDay);
        _bytes.Advance(8);
    }

    public void Amount(decimal amount)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(amount, parts);
        Number((int)((uint)parts[3] >> 16));
        foreach (var part in parts[..3])
            Number(part);
    }
}

/// <summary>Reads what <see cref="PackedWriter"/> wrote.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>How many bytes are left.</summary>
    public readonly int Length => _left.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Number()
    {
        int number = _left[0];
        if (number < 0x80)
        {
            _left = _left[1..];
            return number;
        }

        (number, var length) = Long(_left);
        _left = _left[length..];
        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Minute Minute(Minute near) => Number() is var coded && coded == 0 ? Handoff.Figures.Minute.None
        : near.Plus((int)((uint)(coded - 1) >> 1) ^ -((coded - 1) & 1));

    public string Text() => Encoding.UTF8.GetString(Bytes(Number()));

    public Instant Instant() => NodaConstants.UnixEpoch + Duration();

    public Duration Duration()
    {
        var days = Number();
        return NodaTime.Duration.FromDays(days) + NodaTime.Duration.FromNanoseconds(BinaryPrimitives.ReadInt64LittleEndian(Bytes(8)));
    }

    public decimal Amount()
    {
        var form = Number() << 16;
        return new([Number(), Number(), Number(), form]);
    }

    public ReadOnlySpan<byte> Bytes(int length)
    {
        var taken = _left[..length];
        _left = _left[length..];
        return taken;
    }

    private static (int Number, int Length) Long(ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        var at = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return ((int)number, at);
        }
    }
}
