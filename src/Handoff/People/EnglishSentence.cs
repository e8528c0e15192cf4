using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Handoff.People;

/// <summary>
/// An English sentence with something filled in. For a reader of English it is written as it stands; for a reader of a language of a
/// file its template is gathered, by which the file knows it; for a reader of Italian nothing is done at all.
/// </summary>
[InterpolatedStringHandler]
public ref struct EnglishSentence
{
    private readonly Sentences _about;
    private readonly StringBuilder? _template;
    private readonly List<object?>? _parts;
    private DefaultInterpolatedStringHandler _said;

    /// <summary>Begins a sentence.</summary>
    public EnglishSentence(int literalLength, int formattedCount, Sentences about, out bool isNeeded)
    {
        (_about, isNeeded) = (about, about.Language != Language.It);
        if (about.Language.IsOfFile)
            (_template, _parts) = (new(literalLength + (3 * formattedCount)), new(formattedCount));
        else if (isNeeded)
            _said = new(literalLength, formattedCount, CultureInfo.InvariantCulture);
    }

    /// <summary>Goes on with what stands in the code.</summary>
    public void AppendLiteral(string value)
    {
        if (_template is null)
            _said.AppendLiteral(value);
        else
            _template.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    /// <summary>Goes on with what is filled in.</summary>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    /// <inheritdoc cref="AppendFormatted{T}(T)"/>
    public void AppendFormatted<T>(T value, string? format)
    {
        if (_template is null)
        {
            _said.AppendFormatted(value, format);
            return;
        }

        _template.Append(CultureInfo.InvariantCulture, $"{{{_parts!.Count}{(format is null ? "" : ":")}{format}}}");
        _parts.Add(value);
    }

    /// <summary>The sentence in the reader's language, which is not Italian.</summary>
    internal string Said() => _template is null ? _said.ToStringAndClear() : string.Format(
        CultureInfo.InvariantCulture, _about.Language.Of(_about, _template.ToString()), [.. _parts!]);
}
