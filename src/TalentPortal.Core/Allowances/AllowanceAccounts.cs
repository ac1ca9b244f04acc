using TalentPortal.Core.Keys;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Allowances;

/// <summary>Bank accounts of allowances: kept encrypted, shown by their last four digits. Whoever opens one logs why first.</summary>
public sealed class AllowanceAccounts(FieldCipher cipher)
{
    private const string Column = "allowances.account_cipher";

    /// <summary>Encrypts the account of an allowance.</summary>
    internal (byte[] Cipher, string Masked) Close(Guid allowanceId, string number) =>
        (cipher.Encrypt(number, new FieldPlace(Column, allowanceId)), Mask.BankAccount(number));

    /// <summary>The account in full: of the allowance, or as a payment of it was sent.</summary>
    internal string Open(Guid allowanceId, byte[] closed) => cipher.Decrypt(closed, new FieldPlace(Column, allowanceId));
}
