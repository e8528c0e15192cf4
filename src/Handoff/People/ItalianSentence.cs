using System.Globalization;
using System.Runtime.CompilerServices;

namespace Handoff.People;

/// <summary>An Italian sentence with something filled in. For a reader of another language nothing is done at all.</summary>
[InterpolatedStringHandler]
public ref struct ItalianSentence
{
    private DefaultInterpolatedStringHandler _said;

    /// <summary>Begins a sentence.</summary>
    public ItalianSentence(int literalLength, int formattedCount, Sentences about, out bool isNeeded)
    {
        isNeeded = about.Language == Language.It;
        if (isNeeded)
            _said = new(literalLength, formattedCount, CultureInfo.InvariantCulture);
    }

    /// <summary>Goes on with what stands in the code.</summary>
    public void AppendLiteral(string value) => _said.AppendLiteral(value);

    /// <summary>Goes on with what is filled in.</summary>
    public void AppendFormatted<T>(T value) => _said.AppendFormatted(value);

    /// <inheritdoc cref="AppendFormatted{T}(T)"/>
    public void AppendFormatted<T>(T value, string? format) => _said.AppendFormatted(value, format);

    /// <summary>The sentence, for a reader of Italian.</summary>
    internal string Said() => _said.ToStringAndClear();
}
