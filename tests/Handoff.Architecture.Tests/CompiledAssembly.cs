using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Handoff.Architecture.Tests;

/// <summary>What a compiled assembly says of itself in its metadata, read without loading it.</summary>
internal sealed record CompiledAssembly(
    string Name, IReadOnlyList<string> Assemblies, IReadOnlyList<string> UsedTypes, IReadOnlyList<string> UsedMembers,
        IReadOnlyList<string> OwnTypes)
{
    /// <summary>The product's assemblies, as they stand beside these tests.</summary>
    public static IReadOnlyList<CompiledAssembly> OfProduct { get; } =
    [
        .. Repository.Sources.Select(project => PathOf(project.Name)).Where(File.Exists).Select(Read),
    ];

    public static CompiledAssembly Rules => OfProduct.Single(one => one.Name == "Handoff");

    public static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");

    public static CompiledAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return new(
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            [.. metadata.AssemblyReferences.Select(one => metadata.GetString(metadata.GetAssemblyReference(one).Name))],
            [.. metadata.TypeReferences.Select(one => NameOf(metadata, one))],
            [.. metadata.MemberReferences.Select(one => NameOf(metadata, metadata.GetMemberReference(one))).OfType<string>()],
            [.. metadata.TypeDefinitions.Where(one => IsOurs(metadata, one)).Select(one => NameOf(metadata, one))]);
    }

    /// <summary>Whether the type was written here: generators put theirs into namespaces of their own.</summary>
    private static bool IsOurs(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return metadata.GetString(type.Namespace).StartsWith("Handoff", StringComparison.Ordinal);
    }

    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle) =>
        metadata.GetString(metadata.GetTypeDefinition(handle).Name).Split('`')[0];

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    /// <summary>Null of a member of a constructed type: none of those is of interest here.</summary>
    private static string? NameOf(MetadataReader metadata, MemberReference member) => member.Parent.Kind == HandleKind.TypeReference
        ? $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"
        : null;
}
