using Handoff.Agreements;

namespace Handoff.Service.Intake;

public interface ISourceCatalog
{
    /// <summary>The source of that name, or null.</summary>
    LeadSource? Find(string name);
}
