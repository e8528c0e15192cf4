using System.Security.Cryptography;

namespace Handoff.Web.Assets;

/// <summary>A file that pages load, known by a fingerprint of its content so that browsers may keep it for ever.</summary>
internal sealed record Asset(byte[] Content, string MediaType, string Fingerprint)
{
    /// <summary>The asset of a file.</summary>
    /// <exception cref="InvalidOperationException">A file of a kind that pages do not load.</exception>
    public static Asset Of(string name, byte[] content) =>
        new(content, TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6)));

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException("Every asset has a media type."),
    };
}
