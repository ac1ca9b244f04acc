using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TalentPortal.Core.Allowances.Payments;

/// <summary>
/// The file for the bank: CSV by RFC 4180, UTF-8 with its mark, lines ended by CR LF; its columns stand in the room's README. No cell
/// begins a formula, whatever a name or a bank is called.
/// </summary>
/// <param name="Name">What the file is called.</param>
/// <param name="Content">Its bytes.</param>
public sealed record BankFile(string Name, byte[] Content)
{
    private const string LineEnd = "\r\n";
    private const string Head = "batch,place,payee,bank,account,amount,currency,benefit,period_from,period_to";

    /// <summary>What a formula begins with.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@");

    /// <summary>What moves a table program on to another cell or line.</summary>
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\t\r\n");

    private static readonly SearchValues<char> Dividers = SearchValues.Create(",\"\r\n");

    /// <summary>SHA-256 of its bytes, in hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>Writes the file of a batch.</summary>
    /// <param name="number">The batch's number.</param>
    /// <param name="lines">Its payments, in order.</param>
    public static BankFile Write(string number, IReadOnlyList<BankLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var text = new StringBuilder(Head).Append(LineEnd);
        foreach (var line in lines)
        {
            text.AppendJoin(',', Cell(number), Number(line.Place), Cell(line.Payee), Cell(line.Bank), Cell(line.Account),
                Yuan(line.Amount), "CNY",
                Cell(line.Benefit), Day(line.From), Day(line.To)).Append(LineEnd);
        }

        text.AppendJoin(',', "TOTAL", Number(lines.Count), "", "", "", Yuan(lines.Sum(line => line.Amount)), "CNY", "", "", "")
            .Append(LineEnd);
        return new BankFile(number + ".csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]);
    }

    /// <summary>A cell as text: an apostrophe takes the meaning from what a table program would calculate.</summary>
    private static string Cell(string text) => Quoted(BeginsFormula(text) ? "'" + text : text);

    /// <summary>
    /// Whether a table program would calculate: it skips blanks before a sign, and takes a cell of blanks for something left out.
    /// </summary>
    private static bool BeginsFormula(string text)
    {
        if (text.Length == 0) return false;
        if (Breaks.Contains(text[0])) return true;
        var shown = text.AsSpan().TrimStart();
        return shown.IsEmpty || Signs.Contains(shown[0]);
    }

    /// <summary>In quotation marks where the text holds what divides cells and lines.</summary>
    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Dividers) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
