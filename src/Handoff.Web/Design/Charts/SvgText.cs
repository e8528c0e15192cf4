using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Handoff.Web.Design.Charts;

/// <summary>A text of a drawing. In markup the element's name means something else to Razor.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired] public required double X { get; set; }

    [Parameter, EditorRequired] public required double Y { get; set; }

    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary><c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter] public string Anchor { get; set; } = "start";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", ChartScale.N(X));
        builder.AddAttribute(2, "y", ChartScale.N(Y));
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddContent(4, Text);
        builder.CloseElement();
    }
}
