using System.Collections.Immutable;

namespace Handoff.Service.AgreementFiles;

/// <summary>Where something stands in a file of the folder; line and column from 1.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>The beginning of a file.</summary>
    public static Place StartOf(string file) => new(file, 1, 1);
}

/// <summary>Collects the mistakes of one reading, so that all are told in one run.</summary>
internal sealed class Findings
{
    /// <summary>More are counted, not told: nobody corrects a thousand at once, and a file made for it could ask for millions.</summary>
    public const int MostTold = 1_000;

    private readonly List<Mistake> _mistakes = [];
    private readonly List<Mistake> _notes = [];

    public int Count { get; private set; }

    /// <summary>Whether a mistake that is added now is told.</summary>
    public bool TellsMore => Count < MostTold;

    public void Add(Place at, string message)
    {
        if (++Count <= MostTold)
            _mistakes.Add(new Mistake(at.File, at.Line, at.Column, ShownText.Line(message)));
        else if (Count == MostTold + 1)
            _mistakes.Add(new Mistake(at.File, at.Line, at.Column, "there are more mistakes than are told; correct these first"));
    }

    /// <summary>What is no mistake and yet may not be meant, in the order of files and lines; a folder with it is loaded.</summary>
    public ImmutableArray<Mistake> Notes =>
        [.. _notes.Distinct().OrderBy(note => note.File, StringComparer.Ordinal).ThenBy(note => note.Line).ThenBy(note => note.Column)];

    /// <summary>Adds what is no mistake and yet may not be meant.</summary>
    public void Note(Place at, string message)
    {
        if (_notes.Count < MostTold)
            _notes.Add(new Mistake(at.File, at.Line, at.Column, ShownText.Line(message)));
    }

    /// <summary>Adds a mistake about a file of which nothing was told yet.</summary>
    public void AddOnce(Place at, string message)
    {
        if (_mistakes.All(mistake => mistake.File != at.File))
            Add(at, message);
    }

    /// <summary>
    /// The mistakes in the order of <paramref name="files"/>, then of lines and columns; what an alias repeats is told once.
    /// </summary>
    public ImmutableArray<Mistake> InOrder(params IReadOnlyList<string> files) =>
    [
        .. _mistakes
            .Distinct()
            .OrderBy(mistake => Rank(files, mistake.File))
            .ThenBy(mistake => mistake.File, StringComparer.Ordinal)
            .ThenBy(mistake => mistake.Line)
            .ThenBy(mistake => mistake.Column),
    ];

    private static int Rank(IReadOnlyList<string> files, string file)
    {
        for (var rank = 0; rank < files.Count; rank++)
        {
            if (string.Equals(files[rank], file, StringComparison.Ordinal))
                return rank;
        }

        return files.Count;
    }
}
