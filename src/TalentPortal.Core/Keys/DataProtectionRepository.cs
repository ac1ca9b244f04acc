using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace TalentPortal.Core.Keys;

/// <summary>
/// Keeps ASP.NET's Data Protection keys in the database, so that several portals read each other's cookies and forms; encrypted,
/// so that a copy of the database forges none.
/// </summary>
/// <param name="source">The database; asked for with the first key, because pages are mapped before it is up.</param>
/// <param name="cipher">Encrypts them.</param>
public sealed class DataProtectionRepository(Lazy<NpgsqlDataSource> source, FieldCipher cipher) : IXmlRepository
{
    private const string Wrapper = "encrypted";

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.Value.CreateCommand("select friendly_name, xml from data_protection_keys order by id");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
        {
            var envelope = Convert.FromBase64String(XElement.Parse(reader.GetString(1)).Value);
            elements.Add(XElement.Parse(cipher.Decrypt(envelope, PlaceOf(reader.GetString(0)))));
        }

        return elements;
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var envelope = cipher.Encrypt(element.ToString(SaveOptions.DisableFormatting), PlaceOf(friendlyName));
        using var command = source.Value.CreateCommand("insert into data_protection_keys (friendly_name, xml) values ($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = friendlyName });
        command.Parameters.Add(new NpgsqlParameter { Value = new XElement(Wrapper, Convert.ToBase64String(envelope)).ToString() });
        command.ExecuteNonQuery();
    }

    private static FieldPlace PlaceOf(string friendlyName) => new($"data_protection_keys.xml:{friendlyName}");
}
