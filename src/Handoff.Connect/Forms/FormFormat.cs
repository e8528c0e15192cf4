using System.Text.Json;
using Handoff.Agreements;
using Handoff.Connect.Bodies;
using NodaTime;

namespace Handoff.Connect.Forms;

/// <summary>Whether a post is signed by a secret, at a time.</summary>
internal delegate bool SignatureCheck(FormPost post, string secret, Instant now);

/// <summary>The answer to a vendor's question whether an address is meant for it.</summary>
public sealed record Handshake(string MediaType, string Text);

/// <summary>How one vendor writes its leads. A format is a value of this, and says nothing of HTTP beyond what the vendor does.</summary>
public sealed record FormFormat
{
    /// <summary>
    /// Whether the sender cannot mend what it sends: then every authentic post gets its success, whatever it says. Else a mistake is
    /// answered by a status and a reason.
    /// </summary>
    public bool IsVendors { get; init; } = true;

    /// <summary>The kinds of bodies that the vendor sends.</summary>
    internal BodyKinds Kinds { get; init; } = BodyKinds.Json;

    /// <summary>Reads a JSON body.</summary>
    internal Func<JsonElement, FormPost, FormReading>? Json { get; init; }

    /// <summary>Reads the fields of a form body.</summary>
    internal Func<FieldsAnswer.Read, FormReading>? Form { get; init; }

    /// <summary>Reads an XML body.</summary>
    internal Func<FormPost, FormReading>? Xml { get; init; }

    /// <summary>Checks the vendor's signature; null: it signs nothing.</summary>
    internal SignatureCheck? Signed { get; init; }

    /// <summary>The header that names the delivery and is signed; null: none is.</summary>
    internal string? SignedId { get; init; }

    /// <summary>Finds the key that stands in the body; null: it is sent beside it.</summary>
    internal Func<JsonElement, string?>? KeyInBody { get; init; }

    /// <summary>
    /// Answers the question by which a vendor makes sure that the address is meant for it, by what the address asks; null: it is no such
    /// question. A vendor without one has none.
    /// </summary>
    public Func<LeadSource, Func<string, string?>, Handshake?>? Greet { get; init; }

    /// <summary>The name of the key in the address.</summary>
    public string KeyParameter { get; init; } = "key";

    /// <summary>Whether the body must be read to tell who sends it, where the source has a secret or not.</summary>
    public bool KeyIsInBody => KeyInBody is not null;

    /// <summary>Why a body of that <c>Content-Type</c> cannot be read; null: it can.</summary>
    public string? Refuse(string? contentType) => BodyType.TryRead(contentType, Kinds, out _, out var refusal) ? null : refusal;

    /// <summary>Reads a post that is authentic. Never throws, whatever was posted.</summary>
    public async ValueTask<FormReading> ReadAsync(FormPost post, CancellationToken cancellation)
    {
        var reading = await ReadBodyAsync(post, cancellation);
        return IsVendors && reading is FormReading.Lead lead ? OnlyAddress.Of(lead) : reading;
    }

    private async ValueTask<FormReading> ReadBodyAsync(FormPost post, CancellationToken cancellation)
    {
        if (!BodyType.TryRead(post.ContentType, Kinds, out var type, out var refusal))
            return new FormReading.NotUnderstood(refusal);
        if (type.Kind == BodyKinds.Json)
            return type.ParseJson(
                post.Body, root => (Json ?? Flat)(root, post), static detail => new FormReading.NotUnderstood(detail));
        if (type.Kind == BodyKinds.Xml)
            return Xml!(post);
        var form = await type.ParseFormAsync(post.Body, cancellation);
        return Form is { } reading && form is FieldsAnswer.Read read ? reading(read) : FormReading.Of(form);
    }

    /// <summary>The key that stands in the body, or null.</summary>
    public string? KeyOf(FormPost post) => KeyInBody is not { } find ? null
        : JsonFields.Parse<string?>(post.Body, root => find(root), static _ => null);

    private static FormReading Flat(JsonElement root, FormPost post) => FormReading.Of(JsonFields.Flat(root));
}
