-- What became of payments and allowances: money that comes back from the bank, money claimed back for one period, and what waits.

-- The day on which it had arrived, where it came back after.
alter table payments add column arrived_on date;
alter table payments add constraint payments_arrived_before check (arrived_on is null or (status = 'Returned' and arrived_on <= settled_on));

-- First day of the period that should not have been paid; null where it is no single one.
alter table recoveries add column period_from date;

-- When it was said that something of an allowance waits: a condition that nobody recorded (by its period), or money not paid back. Green is
-- what its holder was told first. Append-only.
create table allowance_reminders (
  id uuid primary key,
  allowance_id uuid not null references allowances,
  period_from date,
  recovery_id uuid references recoveries,
  light text not null check (light in ('Green', 'Yellow', 'Red')),
  told_on date not null,
  told_at timestamptz not null,
  check ((period_from is null) <> (recovery_id is null))
);
create unique index allowance_reminders_once on allowance_reminders (allowance_id, period_from, recovery_id, light, told_on) nulls not distinct;
create index allowance_reminders_recovery on allowance_reminders (recovery_id);

-- A card may come to end with the ground that gives its level.
alter table card_actions drop constraint card_actions_kind_check;
alter table card_actions add constraint card_actions_kind_check check (kind in
  ('Issued', 'Suspended', 'Resumed', 'LossReported', 'Replaced', 'LevelChanged', 'Renewed', 'Shortened', 'Expired', 'Cancelled', 'Stopped', 'StopLifted'));
