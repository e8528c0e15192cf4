using System.Collections.Concurrent;

namespace Handoff.Acceptance.Hosting;

/// <summary>Keeps what was asked of a host, and with what status it was answered.</summary>
public sealed class Asked
{
    private readonly ConcurrentQueue<(string Method, string Path, int Status)> _all = [];

    /// <summary>The routes that answered nothing but mistakes, or nothing at all.</summary>
    public IEnumerable<ProductRoute> NotServed(IReadOnlyList<ProductRoute> routes) => routes.Except(
        from one in _all
        where one.Status < 400
        let taken = routes.Where(route => route.Takes(one.Method, one.Path)).MaxBy(route => route.Words)
        where taken is not null
        select taken);

    /// <summary>A client whose requests are kept. It follows no redirection, and holds no cookies.</summary>
    public HttpClient Client(string address) => new(new Listening(this)) { BaseAddress = new(address) };

    private sealed class Listening(Asked asked) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            asked._all.Enqueue((request.Method.Method, request.RequestUri!.AbsolutePath, (int)answer.StatusCode));
            return answer;
        }
    }
}
