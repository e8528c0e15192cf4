using Handoff.Agreements;

namespace Handoff.Figures;

/// <summary>A share of some leads that is out of line with that of all others.</summary>
/// <param name="Question">The figure by which it is asked and its leads are listed, such as <c>acceptance_rate</c>.</param>
/// <param name="Dimension">By what the leads are told apart.</param>
/// <param name="Value">The value that they have in common.</param>
/// <param name="Slice">Their share.</param>
/// <param name="Rest">That of all others.</param>
/// <param name="Chance">How likely such a gap is without a difference, 0 to 1 (Fisher).</param>
/// <param name="OutOfLine">How many of the leads are out of line at least: by the end of the interval nearer to the others.</param>
/// <param name="Against">Whose promise it speaks of.</param>
public sealed record Disagreement(
    string Question, string Dimension, string Value, ShareFigure Slice, ShareFigure Rest, double Chance, double OutOfLine, Side Against)
{
    /// <summary>For how many weeks in a row it has stood out, this one included.</summary>
    public int InARow { get; init; } = 1;

    /// <summary>Whether it speaks of the same leads as another.</summary>
    public bool IsSameAs(Disagreement other) => (Question, Dimension, Value) == (other.Question, other.Dimension, other.Value);
}
