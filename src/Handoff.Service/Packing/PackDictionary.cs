using System.Buffers.Binary;

namespace Handoff.Service.Packing;

/// <summary>
/// What packed texts have in common, in Zstandard's format. What was packed by one can be read with it alone, so one that was released stays as it is for
/// ever; a better one gets the next number.
/// </summary>
/// <param name="Number">Stands in each packed text.</param>
/// <param name="Content">The dictionary.</param>
internal sealed record PackDictionary(int Number, byte[] Content)
{
    private const int NumberAt = 4;

    /// <summary>One of those that come with the product.</summary>
    public static PackDictionary Read(string name)
    {
        using var resource = typeof(PackDictionary).Assembly.GetManifestResourceStream($"Handoff.Service.Packing.Dictionaries.{name}.zdict")
            ?? throw new InvalidOperationException($"There is no dictionary {name}.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return new(BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(NumberAt)), content);
    }
}
