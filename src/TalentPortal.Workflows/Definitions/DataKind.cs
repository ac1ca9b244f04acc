namespace TalentPortal.Workflows.Definitions;

internal enum DataKind
{
    Object,
    Text,
    Boolean,
    Integer,
    Number,
    Identifier,
    Date,
    Duration,
    Json,
    List,
    Choice,
}
