-- The clock at work: every step has a clock of its own, reminders are not given twice for one date, extensions, calendars as imported.

-- For which due day a reminder was given: a date that moves lets it be given again.
alter table deadlines
  add yellow_told_for date,
  add red_told_for date;
create unique index deadlines_one_step on deadlines (step_id) where kind = 'Step';
create index deadlines_open on deadlines (due_on) where ended_on is null;

-- The promised time of a case is extended at most once: it is asked for once and decided once.
create unique index case_actions_extension_asked_once on case_actions (case_id) where kind = 'ExtensionAsked';
create unique index case_actions_extension_decided_once on case_actions (case_id) where kind in ('ExtensionApproved', 'ExtensionRefused');
