namespace TalentPortal.Core.Catalogue.Forms;

/// <summary>What a field asks for; it decides how an answer is read, checked and shown.</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount in yuan, at most two decimals.</summary>
    Money,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>One code, or several, of a code table.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A town or village of the region table.</summary>
    Region,

    /// <summary>A citizen number (GB 11643).</summary>
    CitizenId,

    /// <summary>A unified social credit code (GB 32100).</summary>
    CreditCode,

    /// <summary>A mobile phone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A bank card or account number (Luhn).</summary>
    BankAccount,

    /// <summary>A block of fields about one person.</summary>
    Person,

    /// <summary>Rows that repeat a block of fields.</summary>
    Rows,

    /// <summary>Files of one material; the files are kept apart from the answers.</summary>
    File,
}
