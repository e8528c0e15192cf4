using System.Collections.ObjectModel;
using System.Xml;
using System.Xml.Linq;
using Handoff.Service.Telemetry;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace Handoff.Web.Links;

/// <summary>
/// The keys of links, each in a file of a folder. A key is on the disk before the first link is made with it: a mail outlives a power
/// failure, and so must what opens its links. A file that cannot be read is told and passed over: its links are void, but new ones can be
/// made.
/// </summary>
internal sealed class LinkKeyFiles(DirectoryInfo folder, ILogger<LinkKeyFiles> log) : IXmlRepository
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = new List<XElement>();
        foreach (var file in folder.EnumerateFiles("*.xml"))
        {
            try
            {
                elements.Add(XElement.Load(file.FullName));
            }
            catch (XmlException e)
            {
                log.LogError(LogEvents.LinkKeyBroken, e,
                    "The key of links {File} is broken: links that were made with it do not open. If a backup has the file, put it back " +
                    "and restart; else move it away", file.Name);
            }
        }

        return new ReadOnlyCollection<XElement>(elements);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">It cannot be written, or is not on the disk.</exception>
    public void StoreElement(XElement element, string friendlyName)
    {
        var name = string.Concat(friendlyName.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(Path.Combine(folder.FullName, name + ".xml"), how);
        element.Save(file);
        file.Flush(flushToDisk: true);
    }
}
