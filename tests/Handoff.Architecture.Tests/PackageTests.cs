using System.Xml.Linq;
using Xunit;

namespace Handoff.Architecture.Tests;

/// <summary>Every version stands once, in Directory.Packages.props.</summary>
public sealed class PackageTests
{
    private static readonly ProjectFile Central = ProjectFile.Read(Path.Combine(Repository.Root, "Directory.Packages.props"));

    private static readonly ProjectFile Shared = ProjectFile.Read(Path.Combine(Repository.Root, "Directory.Build.props"));

    public static TheoryData<string> Projects => [.. Repository.All.Select(project => project.Name)];

    [Fact]
    public void Versions_are_managed_centrally_and_said_once()
    {
        Assert.Equal("true", (string?)Central.Xml.Descendants("ManagePackageVersionsCentrally").Single());
        var packages = Central.Included("PackageVersion").ToList();
        Assert.Equal(packages.Distinct(StringComparer.OrdinalIgnoreCase), packages);
        Assert.All(Central.Xml.Descendants("PackageVersion"), package => Assert.NotEmpty((string?)package.Attribute("Version") ?? ""));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_says_no_version_of_its_own(string name) =>
        Assert.Empty(Repository.All.Single(one => one.Name == name).OwnVersions);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_packages_that_have_a_central_version(string name) => Assert.All(
        Repository.All.Single(one => one.Name == name).Packages.Concat(Shared.Packages),
        package => Assert.Contains(package, Central.Included("PackageVersion")));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, Repository.Solution)).Replace('\\', '/');
        Assert.All(
            Repository.All, project => Assert.Contains($"\"{Repository.Relative(project.Path)}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_with_a_known_vulnerability_of_any_weight_fails_CI_and_nothing_silences_it()
    {
        string Said(string property) => string.Join(';', Shared.Xml.Descendants(property).Select(one => one.Value));
        Assert.Equal(("true", "all", "low"), (Said("NuGetAudit"), Said("NuGetAuditMode"), Said("NuGetAuditLevel")));
        string[] audit = ["NU1901", "NU1902", "NU1903", "NU1904"];
        Assert.All(audit, code => Assert.Contains(code, Said("WarningsAsErrors"), StringComparison.Ordinal));
        Assert.Contains("HANDOFF_AUDIT=fail", File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run")), StringComparison.Ordinal);
        var files = Repository.All.Append(Shared).Append(Central);
        Assert.All(files, file => Assert.DoesNotContain(file.Xml.Descendants(), one =>
            one.Name.LocalName is "NuGetAuditSuppress"
            || (one.Name.LocalName is "NoWarn" or "WarningsNotAsErrors"
                && audit.Any(code => one.Value.Contains(code, StringComparison.Ordinal)) && !IsOutsideCI(one))
            || (file != Shared && one.Name.LocalName.StartsWith("NuGetAudit", StringComparison.Ordinal))));
        static bool IsOutsideCI(XElement one) =>
            one.Name.LocalName == "WarningsNotAsErrors" && (string?)one.Parent!.Attribute("Condition") == "'$(HANDOFF_AUDIT)' != 'fail'";
    }

    [Fact]
    public void A_version_of_its_own_would_be_found()
    {
        var project = new ProjectFile("Some.csproj", XElement.Parse(
            """
            <Project><ItemGroup>
              <PackageReference Include="A" Version="1.0.0" />
              <PackageReference Include="B" VersionOverride="1.0.0" />
              <PackageReference Include="C"><Version>1.0.0</Version></PackageReference>
              <PackageReference Include="D" />
            </ItemGroup></Project>
            """));
        Assert.Equal(["A", "B", "C"], project.OwnVersions);
    }
}
