using Handoff.Local.Verbs;
using Xunit;

namespace Handoff.Local.Tests;

/// <summary>What a shell is offered after a part of a command line.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("serv", "serve")]
    [InlineData("serve --a", "--agreement")]
    [InlineData("serve --log ", "json text")]
    [InlineData("sign --for ", "marketing sales")]
    [InlineData("due --clock ", "business elapsed")]
    [InlineData("keys add crm --scope ", "act administer contact read")]
    [InlineData("completion f", "fish")]
    public void The_words_are_those_that_help_and_pages_write(string line, string words)
    {
        var offered = CommandLine.Root().Parse(line).GetCompletions(line.Length).Select(one => one.Label);

        Assert.Equal(words, string.Join(' ', offered.Order(StringComparer.Ordinal)));
    }
}
