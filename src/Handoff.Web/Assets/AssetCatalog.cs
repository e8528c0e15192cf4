using System.Collections.Frozen;
using System.Text;

namespace Handoff.Web.Assets;

/// <summary>
/// What pages load: one stylesheet, our script and the icon, all built into the assembly. The stylesheet is one file to a browser; here it
/// is one file per concept, put together in the order of their names.
/// </summary>
internal static class AssetCatalog
{
    /// <summary>The one stylesheet of all pages.</summary>
    public const string Stylesheet = "handoff.css";

    /// <summary>The script of pages that count down and refresh themselves. Every page works without it.</summary>
    public const string Script = "handoff.js";

    /// <summary>The icon of all pages.</summary>
    public const string Icon = "icon.svg";

    private const string StylesFolder = "styles/";
    private const string FilesFolder = "assets/";

    private static readonly FrozenDictionary<string, Asset> All = Read();

    /// <summary>The asset of a name, or null.</summary>
    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    private static FrozenDictionary<string, Asset> Read()
    {
        var names = typeof(AssetCatalog).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).ToArray();
        var styles = names.Where(name => name.StartsWith(StylesFolder, StringComparison.Ordinal)).SelectMany(Content).ToArray();
        var files = names
            .Where(name => name.StartsWith(FilesFolder, StringComparison.Ordinal))
            .Select(name => (Name: name[FilesFolder.Length..], Bytes: Content(name)))
            .Append((Name: Stylesheet, Bytes: styles));
        return files.ToFrozenDictionary(file => file.Name, file => Asset.Of(file.Name, file.Bytes), StringComparer.Ordinal);
    }

    private static byte[] Content(string resource)
    {
        using var stream = typeof(AssetCatalog).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException("Assets are built into the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd());
    }
}
