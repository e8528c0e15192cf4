using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Handoff.Architecture.Tests.Languages;

/// <summary>
/// Every sentence that the code says, read from its syntax: the calls of <c>Say</c> in the classes that derive from <c>Sentences</c>.
/// </summary>
internal static class SentenceScan
{
    /// <summary>Reads the sources under a folder.</summary>
    /// <returns>The sentences, and each call whose English is put together while the program runs: no file knows it.</returns>
    public static (IReadOnlyList<CodeSentence> Sentences, IReadOnlyList<string> Unreadable) Of(string folder)
    {
        var roots = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path: Path.GetRelativePath(folder, path), Root: CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot()))
            .ToList();
        var speakers = Speakers(roots.SelectMany(one => one.Root.DescendantNodes().OfType<ClassDeclarationSyntax>()));
        var (sentences, unreadable) = (new List<CodeSentence>(), new List<string>());
        foreach (var (path, root) in roots)
        {
            foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsSaid))
            {
                if (call.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } speaker || !speakers.Contains(speaker.Identifier.Text))
                    continue;
                var at = $"{path}:{call.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
                var (english, italian) = (new Template(), new Template());
                if (!english.Takes(call.ArgumentList.Arguments[0].Expression) || !italian.Takes(call.ArgumentList.Arguments[1].Expression)
                    || (english.IsFilled && (english.IsPlain || italian.IsPlain)))
                    unreadable.Add($"{at}: {call.ToString().ReplaceLineEndings(" ")}");
                else
                    sentences.Add(new(speaker.Identifier.Text, english.Text, italian.Text, english.Parts, at));
            }
        }

        return (sentences, unreadable);
    }

    private static bool IsSaid(InvocationExpressionSyntax call) =>
        call is { Expression: IdentifierNameSyntax { Identifier.Text: "Say" }, ArgumentList.Arguments.Count: 2 };

    private static HashSet<string> Speakers(IEnumerable<ClassDeclarationSyntax> classes)
    {
        var bases = classes.Select(one => (one.Identifier.Text, Base: one.BaseList?.Types[0].Type.ToString())).ToList();
        var speakers = new HashSet<string>(StringComparer.Ordinal) { "Sentences" };
        while (bases.Any(one => one.Base is { } parent && speakers.Contains(parent) && speakers.Add(one.Text)))
            continue;
        return speakers;
    }

    /// <summary>A template as the program gathers it, from the pieces of its expression.</summary>
    private sealed class Template
    {
        private readonly StringBuilder _text = new();

        /// <summary>Whether something is filled in.</summary>
        public bool IsFilled { get; private set; }

        /// <summary>Whether a piece of it has no dollar sign: then the compiler makes a text of the whole, which no file knows.</summary>
        public bool IsPlain { get; private set; }

        public List<string> Parts { get; } = [];

        // What is never filled in by the compiler keeps its own gaps.
        public string Text => IsFilled ? _text.ToString() : _text.ToString().Replace("{{", "{").Replace("}}", "}");

        public bool Takes(ExpressionSyntax expression) => expression switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => IsPlain = Adds(text),
            ParenthesizedExpressionSyntax inner => Takes(inner.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Takes(sum.Left) && Takes(sum.Right),
            InterpolatedStringExpressionSyntax filled => filled.Contents.All(Takes),
            _ => false,
        };

        private bool Takes(InterpolatedStringContentSyntax content)
        {
            if (content is not InterpolationSyntax gap)
                return Adds(((InterpolatedStringTextSyntax)content).TextToken.ValueText.Replace("{{", "{").Replace("}}", "}"));
            IsFilled = true;
            var format = gap.FormatClause is { } clause ? $":{clause.FormatStringToken.ValueText}" : "";
            _text.Append(CultureInfo.InvariantCulture, $"{{{Parts.Count}{format}}}");
            Parts.Add(gap.Expression.ToString().ReplaceLineEndings(" "));
            return gap.AlignmentClause is null;
        }

        private bool Adds(string text)
        {
            _text.Append(text.Replace("{", "{{").Replace("}", "}}"));
            return true;
        }
    }
}
