using Handoff.Agreements;

namespace Handoff.Service.Intake;

/// <summary>The sources in force.</summary>
public interface ISourceCatalog
{
    /// <summary>The source of that name, or null.</summary>
    LeadSource? Find(string name);
}
