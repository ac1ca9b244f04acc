using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;

namespace TalentPortal.Core.Allowances;

/// <summary>The holder's side of an allowance: name another account.</summary>
public sealed class OwnAllowances(CaseTransaction transactions, AllowanceBooks books, AllowanceAccounts accounts)
{
    /// <summary>Longest name of a bank, in characters.</summary>
    public const int LongestBank = 100;

    /// <summary>Later payments go to another account of the holder's; payments that came back are due again.</summary>
    public Task<Result> PayToAsync(Actor actor, Guid allowanceId, string? bank, string? account, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(allowanceId, operation, async (work, token) =>
        {
            if (actor.PersonId is not { } person || await books.OfAsync(work, token) is not { } facts || facts.Allowance.PersonId != person)
                return new CaseNotFound();
            if (string.IsNullOrWhiteSpace(bank) || bank.Length > LongestBank) return new BankNameNotValid(LongestBank);
            var number = BankCardNumber.Parse(account);
            if (!number.Succeeded) return number.Refusal;
            if (accounts.Open(work.CaseId, facts.Allowance.AccountCipher) == number.Value) return new AccountUnchanged();
            var (cipher, masked) = accounts.Close(work.CaseId, number.Value);
            work.Rows<Allowance>().Replace(work.Rows<Allowance>().Single().PayTo(bank.Trim(), cipher, masked));
            work.Record("AllowanceAccountChanged", ("version", facts.Allowance.AccountVersion + 1));
            return Result.Success;
        }, ct);
    }
}
