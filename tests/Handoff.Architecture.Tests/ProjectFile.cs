using System.Xml.Linq;

namespace Handoff.Architecture.Tests;

/// <summary>A project as its file says it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Xml">What it holds.</param>
internal sealed record ProjectFile(string Path, XElement Xml)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The names of the projects that it references.</summary>
    public IEnumerable<string> Projects =>
        Included("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    /// <summary>The names of the packages that it references, beside those of Directory.Build.props.</summary>
    public IEnumerable<string> Packages => Included("PackageReference");

    /// <summary>The shared frameworks beyond the base one that it references.</summary>
    public IEnumerable<string> Frameworks => Included("FrameworkReference");

    /// <summary>The packages whose version it says itself, in any way that MSBuild knows.</summary>
    public IEnumerable<string> OwnVersions => Xml.Descendants("PackageReference")
        .Where(package => package.Attributes().Select(one => one.Name.LocalName)
            .Concat(package.Elements().Select(one => one.Name.LocalName))
            .Any(name => name is "Version" or "VersionOverride"))
        .Select(package => (string?)package.Attribute("Include") ?? "");

    public static ProjectFile Read(string path) => new(path, XElement.Load(path));

    /// <summary>What the items of a kind include.</summary>
    public IEnumerable<string> Included(string item) =>
        Xml.Descendants(item).Select(one => (string?)one.Attribute("Include")).OfType<string>();
}
