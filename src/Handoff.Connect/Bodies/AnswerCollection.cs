using System.Globalization;
using System.Text.Json;
using Handoff.Qualification;

namespace Handoff.Connect.Bodies;

/// <summary>
/// Collects the named answers of one body. Each becomes a field of its own name; a source's map finds it by each of its names, with and
/// without the names around it: <c>EMAIL</c>, <c>user_column_data.EMAIL</c>.
/// </summary>
internal sealed class AnswerCollection
{
    private const int LongestName = 100;
    private const int DeepestGroup = 4;

    private readonly List<(string Path, NamedAnswer Answer, string Text)> _answers = [];
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    /// <summary>The words of questions by id, of a body that tells them apart from the answers: Typeform's <c>definition</c>.</summary>
    private readonly Dictionary<string, string> _questions = new(StringComparer.Ordinal);

    /// <summary>The fields by the names that they have besides.</summary>
    public IReadOnlyDictionary<string, string> Aliases => _aliases.AsReadOnly();

    /// <summary>Whether an array holds nothing but the form's questions; they are noted.</summary>
    public bool AreQuestions(JsonElement array, string path)
    {
        if (!path.EndsWith("definition.fields", StringComparison.Ordinal))
            return false;
        foreach (var item in array.EnumerateArray())
            NoteQuestion(item, depth: 0);
        return true;
    }

    /// <summary>Notes a question, and those of which it is the group.</summary>
    private void NoteQuestion(JsonElement item, int depth)
    {
        if (item.ValueKind != JsonValueKind.Object || depth > DeepestGroup)
            return;
        if (TextOf(item, "title") is { Length: > 0 } title)
        {
            foreach (var member in (ReadOnlySpan<string>)["id", "ref"])
            {
                if (TextOf(item, member) is { Length: > 0 } id)
                    _questions.TryAdd(id, title);
            }
        }

        if (item.At("properties", "fields") is { ValueKind: JsonValueKind.Array } group)
        {
            foreach (var question in group.EnumerateArray())
                NoteQuestion(question, depth + 1);
        }
    }

    public void Add(string path, NamedAnswer answer, string text) => _answers.Add((path, answer, text));

    /// <summary>Puts every answer into the fields. False: a limit is passed.</summary>
    public bool PutInto(FieldCollection fields)
    {
        var named = _answers.ConvertAll(one => (one.Path, Names: NamesOf(one.Answer), one.Answer.Kind, one.Text));
        var taken = new Dictionary<(string Path, string Name), List<(string Question, string Field)>>();
        var told = new HashSet<(string Field, string Text)>();
        foreach (var (path, names, kind, text) in named)
        {
            var best = Array.Find(names, KnownFields.Knows);
            // The only address of a form is the person's, whatever the question says.
            if (best is null && kind is not null && !fields.Has(kind) && named.Count(one => one.Kind == kind) == 1)
                best = kind;
            // A number that a program gave says nothing to who reads the form; its words do.
            best ??= Array.Find(names, name => name.Length <= LongestName && !name.All(char.IsAsciiDigit))
                ?? Array.Find(names, name => name.Length <= LongestName) ?? names[0][..LongestName];
            if (!taken.TryGetValue((path, best), out var same))
                taken[(path, best)] = same = [];
            // Two questions in the same words are told apart by their other names.
            var question = string.Join('\n', names.Where(name => name != best));
            if (same.Find(one => one.Question == question).Field is not { } field)
            {
                field = same.Count > 0 ? Numbered(best, same.Count + 1)
                    : fields.Has(best) && path.Length > 0 ? $"{path}.{best}" : best;
                same.Add((question, field));
            }

            // An answer that is told twice is one answer.
            if (told.Add((field, text)) && !fields.Add(field, text))
                return false;
            foreach (var name in names)
                AddAliases(path, name, field);
        }

        return true;
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name} {number}");

    private string[] NamesOf(NamedAnswer answer)
    {
        var asked = answer.Names.Select(name => _questions.GetValueOrDefault(name)).OfType<string>();
        return [.. asked.Concat(answer.Names).Distinct(StringComparer.Ordinal)];
    }

    private void AddAliases(string path, string name, string field)
    {
        if (name.Length > IntakeLimits.Name)
            return;
        foreach (var alias in (ReadOnlySpan<string>)[name, $"{path}.{name}", $"{path[(path.LastIndexOf('.') + 1)..]}.{name}"])
        {
            if (alias != field)
                _aliases.TryAdd(alias, field);
        }
    }

    private static string? TextOf(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
