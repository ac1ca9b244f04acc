-- Workflows that the clock starts: one row for each trigger of a definition's newest published version.
create table workflow_schedules (
  definition_id text not null,
  activity_id text not null,
  definition_version int not null,
  -- The interval, cron expression or moment as the definition writes it.
  rule text not null,
  -- Null: no moment follows.
  next_at timestamptz,
  planned_at timestamptz not null,
  primary key (definition_id, activity_id),
  foreign key (definition_id, definition_version) references workflow_definitions
);
create index workflow_schedules_due on workflow_schedules (next_at) where next_at is not null;

-- Each moment that was taken. The key is what keeps two portals from taking the same one.
create table workflow_starts (
  definition_id text not null,
  activity_id text not null,
  due_at timestamptz not null,
  definition_version int not null,
  -- The case that the moment opens, and the job that opens it; the case may not be there yet.
  case_id uuid not null unique,
  taken_at timestamptz not null,
  -- Whether further moments had passed by then: they were left out.
  catches_up boolean not null,
  primary key (definition_id, activity_id, due_at),
  foreign key (definition_id, definition_version) references workflow_definitions
);
create index workflow_starts_latest on workflow_starts (definition_id, due_at desc);
