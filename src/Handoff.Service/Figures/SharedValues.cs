namespace Handoff.Service.Figures;

/// <summary>Values that many facts have in common, each kept once and known by its number. Numbers are for ever.</summary>
internal sealed class SharedValues<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _values = [];

    /// <summary>How many there are.</summary>
    public int Count => _values.Count;

    public IReadOnlyList<T> All => _values;

    public T this[int number] => _values[number];

    /// <summary>Adds values in the order of their numbers.</summary>
    public void AddAll(IEnumerable<T> values)
    {
        foreach (var value in values)
            NumberOf(value);
    }

    /// <summary>The number of a value: it becomes one if none equals it.</summary>
    public int NumberOf(T value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers[value] = number = _values.Count;
            _values.Add(value);
        }

        return number;
    }
}
