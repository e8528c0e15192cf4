using Handoff.Service.Links;
using Handoff.Service.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handoff.Web.Links;

/// <summary>Registers the sealing of links.</summary>
public static class HandoffLinks
{
    /// <summary>Adds <see cref="ILinkProtector"/> for a host that says itself where Data Protection keeps its keys.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddHandoffLinks(this IServiceCollection services) =>
        // Two thirds of the work of AES-CBC with a hash, and shorter links. A key says itself what it is for, so links under older keys
        // still open.
        services.Configure<KeyManagementOptions>(static keys =>
                keys.AuthenticatedEncryptorConfiguration =
                    new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM })
            .AddSingleton<ILinkProtector, DataProtectionLinkProtector>();

    /// <summary>
    /// Adds <see cref="ILinkProtector"/> with keys of Data Protection in a folder. Who can read the folder can make links; it is created
    /// for the process's own user only. Keep it with the data: without its keys every link that was sent is void.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="keys">The folder of the keys.</param>
    /// <returns>The Data Protection builder, for a host that keeps or encrypts its keys elsewhere.</returns>
    public static IDataProtectionBuilder AddHandoffLinks(this IServiceCollection services, DirectoryInfo keys)
    {
        PrivateFolder.Make(keys.FullName);
        PrivateFile.Close(keys.EnumerateFiles("*.xml").Select(file => file.FullName));
        services.AddLogging().AddOptions<KeyManagementOptions>()
            .Configure<ILogger<LinkKeyFiles>>((options, log) => options.XmlRepository = new LinkKeyFiles(keys, log));
        return services.AddHandoffLinks().AddDataProtection().SetApplicationName("handoff");
    }
}
