using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>The style of the code that a count or a name can tell.</summary>
public sealed class SourceFileTests
{
    private const int MostLines = 250;

    /// <summary>
    /// Names that say nothing of what a type is for. A manager of people is a word of the domain, but not at the end of a type's name.
    /// </summary>
    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Utils", "Common"];

    [Fact]
    public void No_source_file_is_long() => Assert.DoesNotContain(
        Repository.SourceFiles().Select(file => (File: Repository.Relative(file), Lines: File.ReadLines(file).Count())),
        one => one.Lines > MostLines);

    [Fact]
    public void No_type_has_an_empty_name() => Assert.DoesNotContain(
        CompiledAssembly.OfProduct.SelectMany(assembly => assembly.OwnTypes.Select(type => $"{assembly.Name}: {type}")),
        type => EmptyNames.Any(name => type.EndsWith(name, StringComparison.Ordinal)));

    [Fact]
    public void There_are_source_files_and_types_to_look_at()
    {
        Assert.Contains("src/Handoff/Leads/LeadEvent.cs", Repository.SourceFiles().Select(Repository.Relative));
        Assert.Contains("LeadEvent", CompiledAssembly.Rules.OwnTypes);
    }
}
