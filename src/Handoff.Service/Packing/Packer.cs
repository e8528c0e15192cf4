using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Handoff.Service.Packing;

/// <summary>
/// Packs what repeats itself from row to row (Zstandard, RFC 8878) by a dictionary of what they have in common: alone, a state or an event is too short to
/// become shorter. Safe to use from many threads.
/// </summary>
public sealed class Packer
{
    // More takes longer and gains little over a dictionary.
    private const int Level = 1;

    // What is stored is far below; a length above comes from a damaged file.
    private const int LongestPlain = 64 << 20;

    private readonly int _shortest;
    private readonly PackDictionary _newest;
    private readonly FrozenDictionary<int, (PackDictionary Dictionary, ConcurrentBag<Decompressor> Idle)> _known;
    private readonly ConcurrentBag<Compressor> _idle = [];

    /// <param name="shortest">From how many bytes on anything is packed.</param>
    /// <param name="dictionaries">All that anything was ever packed by, the one in use last.</param>
    private Packer(int shortest, params ReadOnlySpan<PackDictionary> dictionaries)
    {
        _shortest = shortest;
        _newest = dictionaries[^1];
        _known = dictionaries.ToArray().ToFrozenDictionary(
            static dictionary => dictionary.Number, static dictionary => (dictionary, new ConcurrentBag<Decompressor>()));
    }

    /// <summary>For states and events. Of the shortest (that a message went out) little would be saved, and it would take as long as the rest of writing it.</summary>
    public static Packer Ledger { get; } = new(shortest: 128, PackDictionary.Read("ledger-1"));

    /// <summary>For copies of mails: all are packed, for what is not packed of them is in Brotli.</summary>
    public static Packer Mails { get; } = new(shortest: 0, PackDictionary.Read("mails-2"), PackDictionary.Read("mails-4"), PackDictionary.Read("mails-6"));

    /// <summary>Whether something was packed: it begins as every Zstandard frame does. Neither JSON nor a Brotli stream of ours does, and what else does is packed.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> stored) => stored.StartsWith(PackedFrame.Begin);

    /// <summary>The content as it is to be stored: packed, but for the shortest of a ledger.</summary>
    public byte[] Pack(ReadOnlySpan<byte> plain)
    {
        // What looks like something packed must not be taken for it.
        if (plain.Length < _shortest && !IsPacked(plain))
            return plain.ToArray();
        if (!_idle.TryTake(out var compressor))
        {
            compressor = new Compressor(Level);
            // The dictionary's tables are looked into where they are; for a longer text they would be copied first, which takes as long as the packing.
            compressor.SetParameter(ZSTD_cParameter.ZSTD_c_experimentalParam4, (int)ZSTD_dictAttachPref_e.ZSTD_dictForceAttach);
            compressor.LoadDictionary(_newest.Content);
        }

        var longest = ArrayPool<byte>.Shared.Rent(Compressor.GetCompressBound(plain.Length));
        var length = compressor.Wrap(plain, longest);
        var packed = longest[..length];
        ArrayPool<byte>.Shared.Return(longest);
        _idle.Add(compressor);
        return packed;
    }

    /// <summary>The content as it was; what was stored without packing is returned as it is.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or a newer version packed it by a dictionary that this one does not have.</exception>
    public byte[] Unpack(byte[] stored)
    {
        if (!IsPacked(stored))
            return stored;
        if (!_known.TryGetValue(PackedFrame.DictionaryOf(stored), out var known))
            throw new InvalidDataException($"It is packed by dictionary {PackedFrame.DictionaryOf(stored)}, which this version does not have: use the version that wrote it, or a newer one.");
        if (!known.Idle.TryTake(out var decompressor))
        {
            decompressor = new Decompressor();
            decompressor.LoadDictionary(known.Dictionary.Content);
        }

        try
        {
            return decompressor.Unwrap(stored, LongestPlain).ToArray();
        }
        catch (ZstdException e)
        {
            throw new InvalidDataException($"What is packed cannot be read: {e.Message}", e);
        }
        finally
        {
            known.Idle.Add(decompressor);
        }
    }
}
