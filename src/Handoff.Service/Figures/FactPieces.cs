using System.Runtime.InteropServices;
using Handoff.Figures;

namespace Handoff.Service.Figures;

/// <summary>A piece of a book as it is kept: its leads, and its blocks as they stand in memory.</summary>
internal static class FactPieces
{
    private const int BlocksOfAPiece = FactBook.PieceSize / FactBook.BlockSize;

    /// <summary>A piece of a book.</summary>
    public static byte[] Write(FactBook book, int piece)
    {
        var leads = book.Leads.Of(piece);
        var into = new PackedWriter(leads.Length * 64);
        into.Number(leads.Length);
        into.Bytes(MemoryMarshal.AsBytes(leads));
        for (var block = piece * BlocksOfAPiece; block < Math.Min(book.BlockCount, (piece + 1) * BlocksOfAPiece); block++)
        {
            var (packed, last) = book.BlockAt(block);
            into.Number(last.Value);
            into.Number(packed.Length);
            into.Bytes(packed);
        }

        return into.Written.ToArray();
    }

    /// <summary>Adds a piece to a book that has what its facts have in common.</summary>
    public static void Read(FactBook book, ReadOnlySpan<byte> bytes, string name)
    {
        var from = new PackedReader(bytes);
        var leads = MemoryMarshal.Cast<byte, Guid>(from.Bytes(from.Number() * 16));
        var blocks = new List<FactBlock>(BlocksOfAPiece);
        while (from.Length > 0)
        {
            var last = new Minute(from.Number());
            blocks.Add(new(from.Bytes(from.Number()).ToArray(), last));
        }

        book.Add(leads, blocks, name);
    }
}
