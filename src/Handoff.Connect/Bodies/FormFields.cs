using System.Text;

namespace Handoff.Connect.Bodies;

/// <summary>Reads the fields of a <c>application/x-www-form-urlencoded</c> body.</summary>
/// <remarks>A field sent several times has its values joined with a comma. A percent sign that introduces no byte is a percent sign (WHATWG
/// URL).</remarks>
internal static class FormFields
{
    /// <summary>Told when bytes are not in the charset.</summary>
    public const string WrongCharset = "A field is not in the charset of the form. Send it in UTF-8, or name its charset in Content-Type.";

    public static FieldsAnswer Parse(ReadOnlySpan<byte> form, Encoding charset)
    {
        var fields = new FieldCollection();
        // Decoded text is never longer than what it is decoded from.
        var decoded = new byte[form.Length];
        try
        {
            foreach (var range in form.Split((byte)'&'))
            {
                var pair = form[range];
                if (pair.IsEmpty)
                    continue;
                var equals = pair.IndexOf((byte)'=');
                var name = Decode(equals < 0 ? pair : pair[..equals], decoded, charset);
                var value = equals < 0 ? "" : Decode(pair[(equals + 1)..], decoded, charset);
                if (!fields.Add(name, value))
                    break;
            }
        }
        catch (DecoderFallbackException)
        {
            fields.Refuse(WrongCharset);
        }

        return fields.Finish();
    }

    private static string Decode(ReadOnlySpan<byte> encoded, Span<byte> buffer, Encoding charset)
    {
        if (encoded.IndexOfAny((byte)'+', (byte)'%') < 0)
            return charset.GetString(encoded);

        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            var one = encoded[at];
            if (one == '%' && at + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[at + 1])
                && char.IsAsciiHexDigit((char)encoded[at + 2]))
            {
                one = (byte)((Digit(encoded[at + 1]) << 4) | Digit(encoded[at + 2]));
                at += 2;
            }
            else if (one == '+')
            {
                one = (byte)' ';
            }

            buffer[length++] = one;
        }

        return charset.GetString(buffer[..length]);
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
