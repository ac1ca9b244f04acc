namespace TalentPortal.Workflows.Definitions.Values;

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
