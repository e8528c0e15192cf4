using Handoff.Web.Words;
using Microsoft.AspNetCore.Components;

namespace Handoff.Web.Pages;

/// <summary>A sentence of ours in which people's words stand isolated: they cannot turn round what follows them.</summary>
internal static class Sentence
{
    /// <summary>The sentence with the small words that its names ask for, such as the Italian "ad Anna".</summary>
    /// <param name="text">The sentence, with <c>{0}</c> and <c>{1}</c>.</param>
    public static RenderFragment Of(TimeTexts words, string text, params IReadOnlyList<string> parts) => Of(words.Fit(text, parts), parts);

    /// <summary>The sentence on a page. A fragment and no component: pages have many, and each component has a tree of its own.</summary>
    /// <param name="text">The sentence, with <c>{0}</c> and <c>{1}</c>.</param>
    public static RenderFragment Of(string text, params IReadOnlyList<string> parts) => builder =>
    {
        var from = 0;
        while (text.IndexOf('{', from) is >= 0 and var gap)
        {
            if (gap > from)
                builder.AddContent(0, text[from..gap]);
            builder.OpenElement(1, "bdi");
            builder.AddContent(2, parts[text[gap + 1] - '0']);
            builder.CloseElement();
            from = gap + "{0}".Length;
        }

        if (from < text.Length)
            builder.AddContent(3, text[from..]);
    };
}
