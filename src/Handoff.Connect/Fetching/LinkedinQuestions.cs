using System.Text.Json;
using Handoff.Connect.Bodies;

namespace Handoff.Connect.Fetching;

/// <summary>
/// The questions of a form of LinkedIn's, by which answers are told apart: a response names a question by its number only.
/// </summary>
internal sealed class LinkedinQuestions
{
    private readonly Dictionary<string, (string[] Names, IReadOnlyDictionary<string, string> Options)> _questions =
        new(StringComparer.Ordinal);

    public bool IsEmpty => _questions.Count == 0;

    public static LinkedinQuestions Of(JsonElement questions)
    {
        var read = new LinkedinQuestions();
        if (questions.ValueKind != JsonValueKind.Array)
            return read;
        foreach (var question in questions.EnumerateArray())
        {
            if (question.TextAt("questionId") is not { } id)
                continue;
            // What LinkedIn asks itself, then what whoever made the form calls the question, then its words.
            string?[] names =
            [
                question.TextAt("predefinedField")?.ToLowerInvariant(), question.TextAt("name"),
                First(question.At("question", "localized")), id,
            ];
            var choices = question.At("questionDetails", "multipleChoiceQuestionDetails", "options");
            read._questions.TryAdd(id, ([.. names.OfType<string>().Distinct(StringComparer.Ordinal)], Options(choices)));
        }

        return read;
    }

    /// <summary>Takes the answers by their questions.</summary>
    public void Answer(LeadFields fields, JsonElement answers)
    {
        foreach (var answer in answers.EnumerateArray())
        {
            if (answer.TextAt("questionId") is not { } id)
                continue;
            var (names, options) = _questions.GetValueOrDefault(id, ([id], new Dictionary<string, string>()));
            var details = answer.At("answerDetails");
            var text = details.TextAt("textQuestionAnswer", "answer") ?? Chosen(details.At("multipleChoiceAnswer", "options"), options);
            fields.Answer("answers", names, text);
        }
    }

    private static string Chosen(JsonElement chosen, IReadOnlyDictionary<string, string> options) =>
        chosen.ValueKind != JsonValueKind.Array ? ""
        : string.Join(", ", chosen.EnumerateArray().Select(one => JsonFields.Text(one)).Select(id => options.GetValueOrDefault(id, id)));

    private static Dictionary<string, string> Options(JsonElement options)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        if (options.ValueKind != JsonValueKind.Array)
            return words;
        foreach (var option in options.EnumerateArray())
        {
            var text = First(option.At("text", "localized")) ?? option.TextAt("text") ?? option.TextAt("name");
            if (option.TextAt("id") is { } id && text is not null)
                words.TryAdd(id, text);
        }

        return words;
    }

    private static string? First(JsonElement localized) => localized.ValueKind != JsonValueKind.Object ? null
        : localized.EnumerateObject().Select(one => one.Value).Where(one => one.ValueKind == JsonValueKind.String)
            .Select(one => one.GetString()).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
