using System.Text;

namespace TalentPortal.Core.Keys;

/// <summary>
/// Where an encrypted value stands. It is bound to the value without being stored in it: a cipher copied to another column or
/// row does not open there.
/// </summary>
/// <param name="Column">Table and column, such as <c>persons.citizen_id</c>.</param>
/// <param name="RowId">The key of the row; null where the value may move between rows.</param>
public readonly record struct FieldPlace(string Column, Guid? RowId = null)
{
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes($"{Column}:{RowId:N}");
}
