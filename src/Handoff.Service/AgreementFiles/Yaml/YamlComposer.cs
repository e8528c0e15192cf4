using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Handoff.Service.AgreementFiles.Yaml;

/// <summary>
/// Turns the text of one file into a tree with places. It builds on YamlDotNet's parser rather than on its representation model, because
/// that one stops at the first duplicate key and has no bound on depth and aliases; here every duplicate is told and a bomb is refused
/// before it unfolds.
/// </summary>
internal sealed class YamlComposer
{
    /// <summary>Lists and mappings within each other.</summary>
    public const int MaxDepth = 32;

    /// <summary>Nodes of one file once every alias is unfolded.</summary>
    public const int MaxNodes = 50_000;

    private readonly string _file;
    private readonly Func<string, string?> _environment;
    private readonly Findings _findings;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Dictionary<string, (YamlNode Node, int Size, int Depth)> _anchors = new(StringComparer.Ordinal);

    private YamlComposer(string file, string text, Func<string, string?> environment, Findings findings)
    {
        _file = file;
        _environment = environment;
        _findings = findings;
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    /// <summary>The root of the file, or null when its syntax, size or emptiness was told as a mistake.</summary>
    public static YamlNode? Compose(string file, string text, Func<string, string?> environment, Findings findings)
    {
        var composer = new YamlComposer(file, text, environment, findings);
        try
        {
            return composer.Document();
        }
        catch (YamlException wrong)
        {
            findings.Add(composer.Latest(wrong.Start), $"this is not YAML: {FirstLine(wrong)}");
            return null;
        }
        catch (Refusal refusal)
        {
            findings.Add(refusal.At, refusal.Message);
            return null;
        }
#pragma warning disable CA1031 // YamlDotNet throws other kinds too for some malformed files, and each means the same to the operator.
        catch (Exception malformed) when (malformed is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            findings.Add(composer.Latest(composer._scanner.CurrentPosition), "this is not YAML");
            return null;
        }
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _findings.Add(Place.StartOf(_file), "the file is empty");
            return null;
        }

        var (root, _, _) = Node(MaxDepth);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            throw new Refusal(PlaceOf(_file, second.Start), "a second document begins here; a file is one document");
        return root;
    }

    /// <summary>Reads one node with what it holds; answers its unfolded size and depth too.</summary>
    private (YamlNode Node, int Size, int Depth) Node(int depthLeft)
    {
        var next = _parser.Current ?? throw new YamlException("the file ends too early");
        var at = PlaceOf(_file, next.Start);
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias.Value.Value, out var known))
                throw new Refusal(at, $"'*{ShownText.Quote(alias.Value.Value)}' refers to nothing above it");
            if (known.Depth > depthLeft)
                throw TooDeep(at);
            return known;
        }

        if (depthLeft == 0)
            throw TooDeep(at);
        var anchor = (next as NodeEvent)?.Anchor ?? AnchorName.Empty;
        var made = next switch
        {
            Scalar => ReadScalar(at),
            SequenceStart => ReadSequence(at, depthLeft),
            MappingStart => ReadMapping(at, depthLeft),
            _ => throw new YamlException(next.Start, next.End, "a value was expected"),
        };
        if (made.Size > MaxNodes)
            throw new Refusal(at, $"this unfolds to more than {MaxNodes} values");
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = made;
        return made;
    }

    private (YamlNode Node, int Size, int Depth) ReadScalar(Place at)
    {
        var scalar = _parser.Consume<Scalar>();
        var outcome = Substitution.Apply(scalar.Value, _environment);
        if (outcome.Wrong is { } wrong)
            _findings.Add(at, wrong);
        return (new YamlNode.Scalar(
            at, scalar.Value, outcome.Value, scalar.Style == ScalarStyle.Plain, outcome.IsFromEnvironment, outcome.Wrong is not null), 1,
            1);
    }

    private (YamlNode Node, int Size, int Depth) ReadSequence(Place at, int depthLeft)
    {
        _parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var (size, depth) = (1, 0);
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var item = Node(depthLeft - 1);
            items.Add(item.Node);
            (size, depth) = (Grow(size, item.Size, at), Math.Max(depth, item.Depth));
        }

        return (new YamlNode.Sequence(at, items.DrainToImmutable()), size, depth + 1);
    }

    private (YamlNode Node, int Size, int Depth) ReadMapping(Place at, int depthLeft)
    {
        _parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<(YamlNode.Scalar, YamlNode)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (size, depth) = (1, 0);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depthLeft - 1);
            if (key.Node is not YamlNode.Scalar name)
                throw new Refusal(key.Node.At, "a key is a plain text");
            var value = Node(depthLeft - 1);
            (size, depth) = (Grow(size, value.Size, at), Math.Max(depth, value.Depth));
            if (seen.Add(name.Value))
                entries.Add((name, value.Node));
            else
                _findings.Add(name.At, $"{name.Kind} is given twice");
        }

        return (new YamlNode.Mapping(at, entries.DrainToImmutable()), size, depth + 1);
    }

    private static int Grow(int size, int by, Place at) =>
        size + by <= MaxNodes ? size + by : throw new Refusal(at, $"this unfolds to more than {MaxNodes} values");

    private static Refusal TooDeep(Place at) => new(at, $"this is more than {MaxDepth} levels deep");

    // Some errors are placed at the beginning of what they broke, long before the line to look at: where the reading stopped is nearer to
    // it.
    private Place Latest(Mark wrong)
    {
        var mark = wrong.Index >= (_parser.Current?.End ?? wrong).Index ? wrong : _scanner.CurrentPosition;
        return mark.Line > 0 ? PlaceOf(_file, mark) : Place.StartOf(_file);
    }

    private static Place PlaceOf(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

    // YamlDotNet puts the position before the text; ours stands in front of the whole line already.
    private static string FirstLine(YamlException wrong)
    {
        var line = (wrong.InnerException?.Message ?? wrong.Message).Split('\n')[0].Trim();
        var text = line.IndexOf("): ", StringComparison.Ordinal) is var end and > 0 && line.StartsWith('(') ? line[(end + 3)..] : line;
        return text.TrimEnd('.');
    }

    /// <summary>Ends the reading of this file: what follows would not mean anything, or too much.</summary>
    private sealed class Refusal(Place at, string message) : Exception(message)
    {
        public Place At { get; } = at;
    }
}
