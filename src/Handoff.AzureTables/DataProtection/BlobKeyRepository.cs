using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Handoff.AzureTables.Tables;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Handoff.AzureTables.DataProtection;

/// <summary>
/// Data Protection's keys, a blob each: two instances that make one at the same time keep both. The interface is synchronous, and seldom
/// called.
/// </summary>
internal sealed class BlobKeyRepository(BlobContainerClient blobs) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => Tell<IReadOnlyCollection<XElement>>(() =>
    {
        List<XElement> keys = [];
        try
        {
            foreach (var blob in blobs.GetBlobs())
            {
                using var content = blobs.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToStream();
                keys.Add(XElement.Load(content));
            }
        }
        catch (RequestFailedException e) when (e.ErrorCode == "ContainerNotFound")
        {
            // The first start: there is no key yet.
        }

        return keys;
    });

    public void StoreElement(XElement element, string friendlyName) => Tell(() =>
    {
        blobs.CreateIfNotExists();
        var name = $"{TableKey.Of(friendlyName)}.xml";
        return blobs.GetBlobClient(name).Upload(BinaryData.FromString(element.ToString(SaveOptions.DisableFormatting)), overwrite: true);
    });

    private static T Tell<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception e) when (Outage.IsOne(e))
        {
            throw Outage.Of(e);
        }
    }
}
