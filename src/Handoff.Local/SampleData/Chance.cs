namespace Handoff.Local.SampleData;

/// <summary>The dice of the sample: the same seed gives the same quarter.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Whether what happens in this share of cases happens now; 0 to 1.</summary>
    public bool Is(double share) => _random.NextDouble() < share;

    public int Below(int limit) => _random.Next(limit);

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A choice by weights.</summary>
    public T Of<T>(IReadOnlyList<(int Weight, T Value)> choices)
    {
        var at = _random.Next(choices.Sum(choice => choice.Weight));
        foreach (var (weight, value) in choices)
        {
            if ((at -= weight) < 0)
                return value;
        }

        throw new InvalidOperationException("One of the weights was reached.");
    }

    /// <summary>A positive figure that is log-normal around its median, as waiting times and amounts are.</summary>
    /// <param name="spread">The standard deviation of its logarithm.</param>
    public double Around(double median, double spread) => median * Math.Exp(spread * Normal());

    /// <summary>How many of a rare thing happen where so many do on average (Knuth's method).</summary>
    public int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), _random.NextDouble(), 0);
        for (; product > limit; count++)
            product *= _random.NextDouble();
        return count;
    }

    /// <summary>A standard normal figure (Box and Muller).</summary>
    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
