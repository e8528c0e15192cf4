using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace Handoff.Service.Tests.Serialization;

/// <summary>A converter of ours beside the one of NodaTime that it stands for.</summary>
internal sealed class AsNodaTime<T>(JsonConverter ours, JsonConverter theirs)
{
    public JsonSerializerOptions Ours { get; } = new() { Converters = { ours } };

    public JsonSerializerOptions Theirs { get; } = new() { Converters = { theirs } };

    /// <summary>Ours writes the value as theirs does, and reads what theirs writes.</summary>
    public void IsTheSame(T value)
    {
        var json = JsonSerializer.Serialize(value, Theirs);
        Assert.Equal(json, JsonSerializer.Serialize(value, Ours));
        Assert.Equal(value, JsonSerializer.Deserialize<T>(json, Ours));
    }
}
