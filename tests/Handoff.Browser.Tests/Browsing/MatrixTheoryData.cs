using Xunit;

namespace Handoff.Browser.Tests.Browsing;

/// <summary>Each of one with each of the other.</summary>
public sealed class MatrixTheoryData<T1, T2> : TheoryData<T1, T2>
{
    public MatrixTheoryData(IEnumerable<T1> ones, IReadOnlyList<T2> others)
    {
        foreach (var one in ones)
        {
            foreach (var other in others) Add(one, other);
        }
    }
}
