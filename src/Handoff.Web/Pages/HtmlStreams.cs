using Handoff.Service.Mail;
using Microsoft.Extensions.ObjectPool;

namespace Handoff.Web.Pages;

/// <summary>What pages and mails are written into: it grows to tens of kB, so the next one takes the same. Safe to use from many threads.</summary>
internal static class HtmlStreams
{
    private static readonly ObjectPool<MemoryStream> Streams = new DefaultObjectPoolProvider().Create(new Emptied());

    /// <summary>The document that <paramref name="write"/> writes.</summary>
    public static async ValueTask<Utf8Html> WriteAsync<TState>(TState state, Func<MemoryStream, TState, ValueTask> write)
    {
        var stream = Streams.Get();
        try
        {
            await write(stream, state);
            return new(stream.ToArray());
        }
        finally
        {
            Streams.Return(stream);
        }
    }

    private sealed class Emptied : PooledObjectPolicy<MemoryStream>
    {
        // In bytes. A mail or a link's page is below the first; a board may be far above the second, and is rare.
        private const int UsualLength = 16 << 10;
        private const int LongestKept = 64 << 10;

        public override MemoryStream Create() => new(UsualLength);

        public override bool Return(MemoryStream obj)
        {
            obj.SetLength(0);
            return obj.Capacity <= LongestKept;
        }
    }
}
