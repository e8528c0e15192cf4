using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Handoff.Figures;
using NodaTime;

namespace Handoff.Service.Figures;

/// <summary>Writes small numbers in few bytes: seven bits a byte, the lowest first.</summary>
internal sealed class PackedWriter(int expected)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(expected);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

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

    public void Id(Guid id)
    {
        id.TryWriteBytes(_bytes.GetSpan(16));
        _bytes.Advance(16);
    }

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
        foreach (var part in decimal.GetBits(amount))
            Number(part);
    }
}

/// <summary>Reads what <see cref="PackedWriter"/> wrote.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    public int Number()
    {
        uint number = _left[0];
        if (number < 0x80)
        {
            _left = _left[1..];
            return (int)number;
        }

        number &= 0x7F;
        var at = 1;
        for (var shift = 7; ; shift += 7)
        {
            var next = _left[at++];
            number |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                break;
        }

        _left = _left[at..];
        return (int)number;
    }

    public Minute Minute(Minute near) => Number() is var coded && coded == 0 ? Handoff.Figures.Minute.None
        : near.Plus((int)((uint)(coded - 1) >> 1) ^ -((coded - 1) & 1));

    public Guid Id() => new(Take(16));

    public string Text() => Encoding.UTF8.GetString(Take(Number()));

    public Instant Instant() => NodaConstants.UnixEpoch + Duration();

    public Duration Duration()
    {
        var days = Number();
        return NodaTime.Duration.FromDays(days) + NodaTime.Duration.FromNanoseconds(BinaryPrimitives.ReadInt64LittleEndian(Take(8)));
    }

    public decimal Amount() => new([Number(), Number(), Number(), Number()]);

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _left[..length];
        _left = _left[length..];
        return taken;
    }
}
