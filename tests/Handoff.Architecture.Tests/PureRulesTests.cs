using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>Design section 4: src/Handoff is pure. No I/O, no ambient clock, no randomness.</summary>
public sealed class PureRulesTests
{
    private static readonly string[] Packages = ["NodaTime", "libphonenumber-csharp", "MathNet.Numerics"];

    /// <summary>The assemblies of those packages.</summary>
    private static readonly string[] PackageAssemblies = ["NodaTime", "PhoneNumbers", "MathNet.Numerics"];

    /// <summary>The parts of the base framework that reach outside the process or into another thread.</summary>
    private static readonly string[] OutsideAssemblies =
        ["System.Net", "System.IO", "System.Data", "System.Console", "System.Diagnostics.Process", "System.Threading.Timer"];

    private static readonly string[] OutsideNamespaces =
        ["System.Net.", "System.Data.", "Microsoft.AspNetCore.", "Microsoft.Extensions.", "Azure."];

    /// <summary>Types of the core library, which hold no I/O in their assembly's name.</summary>
    private static readonly string[] OutsideTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.FileSystemWatcher", "System.IO.Directory",
            "System.IO.DirectoryInfo",
        "System.IO.DriveInfo", "System.IO.RandomAccess", "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.Path",
        "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.TimeProvider",
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator", "NodaTime.SystemClock",
        "System.Threading.Timer", "System.Threading.Thread", "System.Threading.Tasks.Task",
    ];

    private static readonly string[] AmbientMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.TimeZoneInfo.get_Local",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
    ];

    /// <summary>The compiler writes it into every <c>yield return</c>.</summary>
    private const string UsedByEveryIterator = "System.Environment.get_CurrentManagedThreadId";

    [Fact]
    public void The_rules_reference_no_project_no_shared_framework_and_three_packages()
    {
        var rules = Repository.Sources.Single(project => project.Name == "Handoff");
        Assert.Equal("Microsoft.NET.Sdk", (string?)rules.Xml.Attribute("Sdk"));
        Assert.Empty(rules.Projects);
        Assert.Empty(rules.Frameworks);
        Assert.Empty(rules.Included("Reference"));
        Assert.Equal(Packages.Order(), rules.Packages.Order());
    }

    [Fact]
    public void The_compiled_rules_use_the_base_framework_and_three_packages() => Assert.All(
        CompiledAssembly.Rules.Assemblies.Except(PackageAssemblies),
        used => Assert.True(
            used.StartsWith("System.", StringComparison.Ordinal) && !OutsideAssemblies.Any(outside => IsOrIsIn(used, outside)), used));

    [Fact]
    public void The_compiled_rules_use_nothing_that_reaches_outside() => Assert.Empty(Outside(CompiledAssembly.Rules));

    [Fact]
    public void The_compiled_rules_ask_for_no_ambient_time_chance_culture_or_environment() => Assert.Empty(Ambient(CompiledAssembly.Rules));

    /// <summary>A ban that finds nothing anywhere would prove nothing.</summary>
    [Fact]
    public void The_bans_find_what_these_tests_themselves_use()
    {
        var tests = CompiledAssembly.Read(typeof(PureRulesTests).Assembly.Location);
        Assert.Contains("System.IO.File", Outside(tests));
        Assert.Contains("System.Guid.NewGuid", Ambient(tests));
        Assert.NotEqual(Guid.Empty, Guid.NewGuid());
    }

    private static IEnumerable<string> Outside(CompiledAssembly assembly) => assembly.UsedTypes.Where(type =>
        OutsideTypes.Contains(type) || OutsideNamespaces.Any(outside => type.StartsWith(outside, StringComparison.Ordinal)));

    private static IEnumerable<string> Ambient(CompiledAssembly assembly) => assembly.UsedMembers.Where(member =>
        AmbientMembers.Contains(member)
        || (member.StartsWith("System.Environment.", StringComparison.Ordinal) && member != UsedByEveryIterator));

    private static bool IsOrIsIn(string assembly, string part) =>
        assembly == part || assembly.StartsWith(part + ".", StringComparison.Ordinal);
}
