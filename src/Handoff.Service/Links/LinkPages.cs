namespace Handoff.Service.Links;

/// <summary>What the links in mails open and do. Opening never acts (promise 6).</summary>
public sealed class LinkPages
{
    /// <summary>What the link shows.</summary>
    public Task<LinkPage> OpenAsync(string token, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Carries out what the form asks, at once.</summary>
    public Task<LinkAnswer> ActAsync(string token, LinkForm form, CancellationToken cancellation) => throw new NotSupportedException();
}
