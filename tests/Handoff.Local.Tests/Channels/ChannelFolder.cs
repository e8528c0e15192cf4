using Handoff.Local.Agreements;
using Handoff.Local.Tests.Hosting;

namespace Handoff.Local.Tests.Channels;

/// <summary>The sample agreement with a <c>channels.yaml</c>.</summary>
internal sealed class ChannelFolder : IDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("handoff-agreement-");

    public ChannelFolder(string channels)
    {
        foreach (var path in Directory.EnumerateFiles(FolderLoader.Sample))
            File.Copy(path, System.IO.Path.Combine(_folder.FullName, System.IO.Path.GetFileName(path)));
        File.WriteAllText(System.IO.Path.Combine(_folder.FullName, "channels.yaml"), channels);
    }

    public string Path => _folder.FullName;

    /// <summary>One webhook that gets everything.</summary>
    public static ChannelFolder Webhook(Endpoint endpoint, string more = "") => new($"""
        channels:
          - name: crm
            type: webhook
            url: {endpoint.Url}
            secret: {Secret}
            allow_private: true
        {more}
        """);

    /// <summary>The hot tier promises one thing more.</summary>
    public void Promise(string clock)
    {
        const string Contact = "first_contact: { within: 30m, ladder: fast }";
        var file = System.IO.Path.Combine(_folder.FullName, "agreement.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(Contact, $"{Contact}\n      {clock}", StringComparison.Ordinal));
    }

    public Task<RunningHost> ServeAsync() =>
        RunningHost.StartAsync(Directory.CreateTempSubdirectory("handoff-").FullName, RunningHost.MondayAtTen, agreement: Path);

    public void Dispose() => _folder.Delete(recursive: true);
}
