using Handoff.Agreements;

namespace Handoff.Service.Intake;

/// <summary>The sources that may post leads, as the folder in force names them now.</summary>
public interface ISourceCatalog
{
    /// <summary>The source of that name in <c>POST /api/leads/{source}</c>, or null. Names are compared exactly.</summary>
    LeadSource? Find(string name);
}
