using Handoff.Web.Administration;

namespace Handoff.Web.OpenApi;

/// <summary>The description of the audit log.</summary>
internal static class AuditOperations
{
    public static Operation List { get; } = new("listAudit", "Audit", "Lists administrative acts, the newest first")
    {
        IsAdministration = true,
        Parameters =
        [
            new("limit", InHeader: false, "How many entries at most, from 1 to 1,000; 100 if not said."),
            new("before", InHeader: false, "next of an earlier answer: the entries before those."),
        ],
        Answers =
        [
            OperationAnswer.Json<AuditPage>(200, "Who did what, when, on what (opaque ids) and with what outcome."),
            OperationAnswer.Problem(400, "limit or before is none."),
            OperationAnswer.Problem(401, Operations.NoAdmin),
        ],
    };
}
