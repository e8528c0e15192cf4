namespace Handoff.Service.Auditing;

/// <summary>
/// The administrative acts, as the audit log names them. Programs search for these words, so none is ever given to something else.
/// </summary>
public static class Acts
{
    public const string SignIn = "sign in by link";
    public const string SignInByProvider = "sign in by provider";
    public const string ReadLead = "read lead";
    public const string ReadContact = "read contact";
    public const string ReadMail = "read mail";
    public const string ReadMailbox = "read mailbox";
    public const string ReadAudit = "read audit log";
    public const string ExportLeads = "export leads";
    public const string ReadReturns = "read returned leads";
    public const string SearchLeads = "search leads";
    public const string EraseLead = "erase lead";
    public const string ErasePerson = "erase person";
    public const string ExportPerson = "export person";
    public const string TestSource = "test source";
    public const string WithdrawConsent = "withdraw consent";
    public const string RecordOutcome = "record outcome";
    public const string ReadAgreement = "read agreement";
    public const string ReadScorecard = "read scorecard";
    public const string ExportScorecard = "export scorecard";
    public const string RecordMetric = "record metric";
    public const string ListPeople = "list people";
    public const string ForgetPerson = "forget person";
    public const string NoteAbsence = "note absence";
    public const string RetryMessage = "retry message";
    public const string ReplayChannel = "replay channel";
    public const string PutAgreement = "put agreement in force";
    public const string ProposeAgreement = "propose agreement";
    public const string SignAgreement = "sign agreement";
    public const string AppointHead = "appoint head";
    public const string Rebuild = "rebuild projections";
    public const string ListLeads = "list leads";
    public const string ListEvents = "list events";
    public const string ListKeys = "list keys";
    public const string AddKey = "add key";
    public const string RevokeKey = "revoke key";
    public const string Restore = "restore backup";
}
