namespace TalentPortal.Core.Catalogue.Windows;

/// <summary>How many applications are taken.</summary>
/// <param name="PerYear">Most submitted applications a calendar year; null: no limit.</param>
/// <param name="OpenPerSubject">Most open applications of one subject, at least 1.</param>
public sealed record ServiceItemQuota(int? PerYear, int OpenPerSubject);
