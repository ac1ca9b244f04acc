-- Actions on a task: added reviewers, passing on, returning to a step, copies, absence, heads of units.

alter table review_tasks
  add kind text not null default 'Main' check (kind in ('Main', 'Before', 'After', 'Delegated', 'Consulted')),
  add parent_id uuid references review_tasks,
  add asked_by uuid references portal_users,
  add passed_on_by uuid[] not null default '{}',
  add check ((kind = 'Main') or parent_id is not null);

-- The activity to which a step leads straight back once it was done again; null in the ordinary course.
alter table review_steps add return_to text;

alter table appointments add supervises boolean not null default false;

create table case_copies (
  id uuid primary key,
  case_id uuid not null references cases,
  user_id uuid not null references portal_users,
  copied_by uuid not null references portal_users,
  note text not null default '' check (length(note) <= 1000),
  copied_at timestamptz not null
);
create unique index case_copies_one on case_copies (case_id, user_id);
create index case_copies_user on case_copies (user_id, copied_at desc);

-- What officers did with a case beside deciding, with the reason in their words. Append-only.
create table case_actions (
  id uuid primary key,
  case_id uuid not null references cases,
  task_id uuid references review_tasks,
  kind text not null check (length(kind) between 1 and 40),
  by_user_id uuid not null references portal_users,
  to_user_id uuid references portal_users,
  to_organisation_id uuid references organisations,
  step text,
  reason text not null default '' check (length(reason) <= 4000),
  acted_on date not null,
  acted_at timestamptz not null
);
create index case_actions_case on case_actions (case_id, acted_at);
-- An applicant urges once a day.
create unique index case_actions_urged_once_a_day on case_actions (case_id, acted_on) where kind = 'UrgedByApplicant';

create table absences (
  id uuid primary key,
  user_id uuid not null references portal_users,
  stand_in_id uuid not null references portal_users,
  from_on date not null,
  to_on date not null,
  service_item_codes text[],
  recorded_at timestamptz not null,
  recorded_by uuid not null references portal_users,
  check (to_on >= from_on),
  check (user_id <> stand_in_id)
);
create index absences_user on absences (user_id, to_on);
create index absences_stand_in on absences (stand_in_id, to_on);
