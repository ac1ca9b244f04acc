using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Keys;

namespace TalentPortal.Core.Applications;

/// <summary>Keeps sensitive answers apart: masked in the application, encrypted with a blind index in rows of their own.</summary>
public sealed class SecretBox(FieldCipher cipher, BlindIndex index)
{
    private const string Column = "application_secrets.cipher";

    /// <summary>The blind index of a citizen id or permit number, the same in applications and persons.</summary>
    public byte[] IndexOf(SecretKind kind, string plain) => index.Compute(kind.ToString(), plain.ToUpperInvariant());

    /// <summary>The answers with their secrets in place.</summary>
    public FormAnswers Open(CaseWork work, ServiceItem item, string answers)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Open(item, answers, work.Rows<ApplicationSecret>());
    }

    /// <summary>The answers with their secrets in place.</summary>
    public FormAnswers Open(ServiceItem item, string answers, IEnumerable<ApplicationSecret> secrets)
    {
        ArgumentNullException.ThrowIfNull(item);
        return AnswerProtection.Merge(item, FormAnswers.FromStorage(item.Form.Fields, answers),
            secrets.Select(secret => new Secret(secret.Path, Enum.Parse<SecretKind>(secret.Kind), Reveal(secret))));
    }

    /// <summary>The plain value of a secret; who shows it logs the reason first.</summary>
    public string Reveal(ApplicationSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return cipher.Decrypt(secret.Cipher, new FieldPlace(Column, secret.CaseId));
    }

    /// <summary>Splits the secrets off into their rows and hands back the answers as they may be stored.</summary>
    public string Close(CaseWork work, ServiceItem item, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(work);
        var split = AnswerProtection.Split(item, answers);
        var rows = work.Rows<ApplicationSecret>();
        var kept = split.Secrets.Select(secret => secret.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in rows.Where(row => !kept.Contains(row.Path)).ToList()) rows.Remove(gone);
        foreach (var secret in split.Secrets) Keep(work, secret, split.Public);
        return split.Public.ToJson();
    }

    /// <summary>An unchanged secret keeps its cipher, so that saving a draft does not rewrite it.</summary>
    private void Keep(CaseWork work, Secret secret, FormAnswers shown)
    {
        var rows = work.Rows<ApplicationSecret>();
        var blind = IndexOf(secret.Kind, secret.Plain);
        var old = rows.FirstOrDefault(row => row.Path == secret.Path);
        if (old is not null && old.BlindIndex.AsSpan().SequenceEqual(blind)) return;
        var row = new ApplicationSecret
        {
            CaseId = work.CaseId,
            Path = secret.Path,
            Kind = secret.Kind.ToString(),
            BlindIndex = blind,
            Cipher = cipher.Encrypt(secret.Plain, new FieldPlace(Column, work.CaseId)),
            Masked = ((AnswerValue.Masked)shown.Find(secret.Path)!).Shown,
        };
        if (old is null) rows.Add(row);
        else rows.Replace(row);
    }
}
