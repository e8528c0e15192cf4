using System.Buffers.Binary;
using System.Text;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Links;
using NodaTime;

namespace Handoff.Web.Links;

/// <summary>A grant as bytes: what a token seals.</summary>
/// <remarks>
/// Version 1: the version, the purpose, the expiry (ticks of 100 ns since 1970, 8 bytes; what is finer is dropped), the offer (4 bytes),
/// the person's id, then, unless it is an absence link, the lead's id. Numbers are big-endian; a text is its length (2 bytes) and its
/// UTF-8.
/// </remarks>
internal static class LinkPayload
{
    private const byte Version = 1;
    private const int Fixed = 1 + 1 + 8 + 4;

    public static byte[] Write(LinkGrant grant)
    {
        var person = Encoding.UTF8.GetBytes(grant.Person.Value);
        var lead = grant.Lead is { } id ? Encoding.UTF8.GetBytes(id.Value) : null;
        var bytes = new byte[Fixed + 2 + person.Length + (lead is null ? 0 : 2 + lead.Length)];
        bytes[0] = Version;
        bytes[1] = checked((byte)grant.Purpose);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(2), grant.ExpiresAt.ToUnixTimeTicks());
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(10), grant.Offer);
        var rest = WriteText(bytes.AsSpan(Fixed), person);
        if (lead is not null)
            WriteText(rest, lead);
        return bytes;
    }

    /// <summary>The grant, or null when the bytes are none that this version writes.</summary>
    public static LinkGrant? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Fixed || bytes[0] != Version || !Enum.IsDefined((LinkPurpose)bytes[1]))
            return null;

        var expires = BinaryPrimitives.ReadInt64BigEndian(bytes[2..]);
        var offer = BinaryPrimitives.ReadInt32BigEndian(bytes[10..]);
        var rest = bytes[Fixed..];
        if (!TryReadText(ref rest, out var person))
            return null;
        LeadId? lead = null;
        if (!rest.IsEmpty)
        {
            if (!TryReadText(ref rest, out var id) || !rest.IsEmpty)
                return null;
            lead = new LeadId(id);
        }

        return expires >= Instant.MinValue.ToUnixTimeTicks() && expires <= Instant.MaxValue.ToUnixTimeTicks()
            ? new((LinkPurpose)bytes[1], new PersonId(person), lead, offer, Instant.FromUnixTimeTicks(expires))
            : null;
    }

    private static Span<byte> WriteText(Span<byte> to, ReadOnlySpan<byte> text)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, checked((ushort)text.Length));
        text.CopyTo(to[2..]);
        return to[(2 + text.Length)..];
    }

    private static bool TryReadText(ref ReadOnlySpan<byte> rest, out string text)
    {
        text = "";
        if (rest.Length < 2)
            return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (rest.Length < 2 + length)
            return false;
        text = Encoding.UTF8.GetString(rest.Slice(2, length));
        rest = rest[(2 + length)..];
        return true;
    }
}
