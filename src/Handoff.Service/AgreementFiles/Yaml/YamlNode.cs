using System.Collections.Immutable;

namespace Handoff.Service.AgreementFiles.Yaml;

/// <summary>A part of a YAML file and where it stands. Aliases are resolved, <c>${NAME}</c> is replaced.</summary>
internal abstract record YamlNode(Place At)
{
    /// <summary>What a mistake calls it.</summary>
    public abstract string Kind { get; }

    /// <summary>A text, number or flag: what it is depends on who reads it, never on how it looks.</summary>
    /// <param name="Raw">As written, so that a mistake never repeats a secret.</param>
    /// <param name="Value">With <c>${NAME}</c> replaced.</param>
    /// <param name="IsPlain">Written without quotes.</param>
    /// <param name="IsFromEnvironment">The whole value came from a variable of the environment, nothing of it from the file.</param>
    /// <param name="IsBroken">Its <c>${NAME}</c> could not be replaced, which was told already.</param>
    public sealed record Scalar(Place At, string Raw, string Value, bool IsPlain, bool IsFromEnvironment, bool IsBroken) : YamlNode(At)
    {
        public override string Kind => IsNothing ? "nothing" : $"'{ShownText.Quote(Raw)}'";

        /// <summary>A key with no value after it.</summary>
        public bool IsNothing => IsPlain && Raw is "" or "~" or "null";
    }

    public sealed record Sequence(Place At, ImmutableArray<YamlNode> Items) : YamlNode(At)
    {
        public override string Kind => "a list";
    }

    /// <summary>Keys with values, in the order of the file, each key once.</summary>
    public sealed record Mapping(Place At, ImmutableArray<(Scalar Key, YamlNode Value)> Entries) : YamlNode(At)
    {
        public override string Kind => "keys with values";

        public YamlNode? Find(string key)
        {
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
                    return entry.Value;
            }

            return null;
        }
    }
}
