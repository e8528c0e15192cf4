namespace Handoff.Connect.Channels;

/// <summary>Reads what another machine answers, which may be without end.</summary>
internal static class AnswerBody
{
    private const int Part = 16 * 1024;

    /// <summary>The bytes; null: there are more than <paramref name="largest"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int largest, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > largest)
            return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var part = new byte[Part];
        while (await stream.ReadAsync(part, cancellation) is > 0 and var count)
        {
            if (body.Length + count > largest)
                return null;
            body.Write(part, 0, count);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
