using Handoff.Service.Links;
using Handoff.Web.Links;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handoff.Web.Tests.Links;

/// <summary>The keys of links in a folder beside the data.</summary>
public sealed class LinkKeyFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("handoff-keys");
    private readonly LogLines _errors = new();

    public void Dispose()
    {
        _errors.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void They_open_the_links_of_an_earlier_process()
    {
        var token = NewProcess().Protect(Given.Grant(LinkPurpose.Offer));

        Assert.Equal(Given.Grant(LinkPurpose.Offer), NewProcess().Unprotect(token));
        Assert.Empty(_errors.All);
    }

    /// <summary>Versions before made keys for AES-CBC with a hash; theirs lives on for up to 90 days.</summary>
    [Fact]
    public void They_open_the_links_of_a_version_that_sealed_otherwise()
    {
        var token = NewProcess(earlier: true).Protect(Given.Grant(LinkPurpose.Offer));
        Assert.Contains("AES_256_CBC", File.ReadAllText(Assert.Single(_folder.GetFiles()).FullName), StringComparison.Ordinal);

        Assert.Equal(Given.Grant(LinkPurpose.Offer), NewProcess().Unprotect(token));
    }

    [Fact]
    public void They_are_made_for_authenticated_encryption()
    {
        NewProcess().Protect(Given.Grant(LinkPurpose.Offer));

        Assert.Contains("AES_256_GCM", File.ReadAllText(Assert.Single(_folder.GetFiles()).FullName), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_process_s_own_user_can_read_them()
    {
        NewProcess().Protect(Given.Grant(LinkPurpose.Offer));

        var file = Assert.Single(_folder.GetFiles());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<key id=\"")]
    public void One_that_a_power_failure_cut_short_is_told_and_new_links_are_made_with_another(string left)
    {
        var before = NewProcess().Protect(Given.Grant(LinkPurpose.Offer));
        var file = Assert.Single(_folder.GetFiles());
        File.WriteAllText(file.FullName, left);

        var token = NewProcess().Protect(Given.Grant(LinkPurpose.Undo));

        Assert.Contains(
            _errors.All.Split('\n'), error =>
            error.Contains(file.Name, StringComparison.Ordinal) && error.Contains("backup", StringComparison.Ordinal));
        Assert.Equal(Given.Grant(LinkPurpose.Undo), NewProcess().Unprotect(token));
        Assert.Null(NewProcess().Unprotect(before));
    }

    private ILinkProtector NewProcess(bool earlier = false)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddProvider(_errors));
        services.AddHandoffLinks(_folder);
        if (earlier)
            services.Configure<KeyManagementOptions>(
                static keys => keys.AuthenticatedEncryptorConfiguration = new AuthenticatedEncryptorConfiguration());
        return services.BuildServiceProvider().GetRequiredService<ILinkProtector>();
    }
}
