using TalentPortal.Core.Catalogue.Guides;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>Reads the guide, and notes which required elements are blank.</summary>
internal static class GuideReading
{
    private const int MostDays = 365;

    public static ServiceGuide Guide(JsonCursor item)
    {
        var guide = item.Child("guide");
        var blanks = new List<string>();
        var result = new ServiceGuide
        {
            LegalBasis = List(guide, "legalBasis", blanks, b => new LegalBasis(
                b.Localized("title"), b.OptionalLocalized("article"), OriginReading.Of(b))),
            WhoMay = List(guide, "whoMay", blanks, JsonCursor.LocalizedOf),
            WhoMayNot = List(guide, "whoMayNot", blanks, JsonCursor.LocalizedOf),
            Steps = FormReading.Unique(List(guide, "steps", blanks, Step), s => s.Code, guide, "steps"),
            Legal = Time(guide, "legal", blanks),
            Promised = Time(guide, "promised", blanks),
            DeemedAcceptance = guide.Has("deemedAcceptance") ? Time(guide, "deemedAcceptance", blanks) : null,
            Visits = guide.Has("visits") ? guide.Whole("visits", 0, 20) : Blank(guide, "visits", blanks, 0),
            Fee = Text(guide, "fee", blanks),
            Result = Text(guide, "result", blanks),
            ResultKind = Text(guide, "resultKind", blanks),
            ReviewStandard = Text(guide, "reviewStandard", blanks),
            Contact = Contact(guide, blanks),
            WindowHours = Text(guide, "windowHours", blanks),
            Faq = List(guide, "faq", blanks, q => new GuideQuestion(q.Localized("question"), q.Localized("answer"))),
            AppealGovernment = Text(guide, "appealGovernment", blanks),
            AppealParty = Text(guide, "appealParty", blanks),
            Blanks = blanks,
        };
        guide.Close();
        return result;
    }

    private static GuideStep Step(JsonCursor step) => new(
        step.Text("code"),
        step.Localized("name"),
        step.Localized("actor"),
        step.Has("workingDays") ? Days(step, "workingDays") : null,
        step.Flag("onClock"),
        step.OptionalLocalized("note"),
        OriginReading.Of(step));

    private static GuideTime Time(JsonCursor guide, string name, List<string> blanks)
    {
        if (!guide.Has(name)) return Blank(guide, name, blanks, new GuideTime(new GuideDays(0, Parameter: null), OriginReading.None));
        var time = guide.Child(name);
        var result = new GuideTime(Days(time, "workingDays"), OriginReading.Of(time));
        time.Close();
        return result;
    }

    private static GuideDays Days(JsonCursor owner, string name)
    {
        if (owner.Take(name) is not { ValueKind: System.Text.Json.JsonValueKind.Object } value)
            return new GuideDays(owner.Whole(name, 0, MostDays), Parameter: null);
        var days = new JsonCursor(value, owner.At(name), owner.Log);
        var key = days.Text("parameter");
        days.Log.Refer(ReferenceKind.Days, key, days.At("parameter"));
        days.Close();
        return new GuideDays(Fixed: null, key);
    }

    private static GuideContact Contact(JsonCursor guide, List<string> blanks)
    {
        if (!guide.Has("contact"))
            return Blank(guide, "contact", blanks, new GuideContact(LocalizedText.Empty, "", LocalizedText.Empty, OriginReading.None));
        var contact = guide.Child("contact");
        var phone = contact.OptionalText("phone");
        if (phone.Length == 0) blanks.Add(contact.At("phone"));
        var result = new GuideContact(
            Text(contact, "office", blanks), phone, Text(contact, "address", blanks), OriginReading.Of(contact));
        contact.Close();
        return result;
    }

    private static LocalizedText Text(JsonCursor owner, string name, List<string> blanks)
    {
        var text = owner.OptionalLocalized(name);
        return text.IsBlank ? Blank(owner, name, blanks, text) : text;
    }

    private static IReadOnlyList<T> List<T>(JsonCursor guide, string name, List<string> blanks, Func<JsonCursor, T> read)
    {
        var list = guide.List(name, read);
        return list.Count == 0 ? Blank(guide, name, blanks, list) : list;
    }

    private static T Blank<T>(JsonCursor owner, string name, List<string> blanks, T value)
    {
        blanks.Add(owner.At(name));
        return value;
    }
}
