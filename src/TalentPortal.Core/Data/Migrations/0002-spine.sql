-- The spine: service items and definitions as loaded, cases, applications, workflow state, reviews, audit, messages, jobs.

create table workflow_definitions (
  definition_id text not null,
  version int not null check (version >= 1),
  checksum text not null,
  content text not null,
  loaded_at timestamptz not null,
  primary key (definition_id, version)
);

create table service_item_versions (
  id uuid primary key,
  code text not null check (code ~ '^[A-Z0-9]{8}$'),
  key text not null,
  version int not null check (version >= 1),
  checksum text not null,
  content text not null,
  definition_id text not null,
  definition_version int not null,
  published_at timestamptz not null,
  unique (code, version),
  foreign key (definition_id, definition_version) references workflow_definitions
);

-- A portal takes numbers in blocks of 32, so that a submit needs no round trip for one; gaps are allowed.
create sequence case_numbers as bigint increment by 32 maxvalue 99999968 cycle;

create table cases (
  id uuid primary key,
  number text unique,
  kind text not null check (kind in ('Application')),
  district_id smallint not null references districts,
  hold boolean not null default false,
  audit_seq bigint not null default 0,
  audit_head bytea not null default '',
  revision int not null default 0,
  created_at timestamptz not null
);

create table applications (
  case_id uuid primary key references cases,
  service_item_code text not null,
  service_item_version_id uuid not null references service_item_versions,
  status text not null check (status in ('Draft', 'Submitted', 'InReview', 'Supplementing', 'InNotice', 'AwaitingCollection',
    'Approved', 'Refused', 'NotAccepted', 'Withdrawn', 'Lapsed', 'Terminated')),
  stage text check (length(stage) <= 60),
  subject_person_id uuid references persons,
  subject_organisation_id uuid references organisations,
  created_by uuid not null references portal_users,
  submitted_by uuid references portal_users,
  mandate_id uuid references mandates,
  on_behalf_basis text check (length(on_behalf_basis) <= 400),
  subject_name text not null default '' check (length(subject_name) <= 200),
  town_organisation_id uuid references organisations,
  village_organisation_id uuid references organisations,
  answers jsonb not null,
  draft_revision int not null default 0,
  outcome_level text,
  outcome_reason text check (length(outcome_reason) <= 4000),
  created_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  closed_at timestamptz,
  check ((status = 'Draft') = (submitted_at is null) or status in ('Withdrawn', 'Terminated')),
  check ((status in ('Approved', 'Refused', 'NotAccepted', 'Withdrawn', 'Lapsed', 'Terminated')) = (closed_at is not null))
);
create index applications_created_by on applications (created_by, created_at);
create index applications_person on applications (subject_person_id);
create index applications_status on applications (status, service_item_code);
-- At most one open case of an item for one person.
create unique index applications_one_open on applications (service_item_code, subject_person_id)
  where subject_person_id is not null and status in ('Submitted', 'InReview', 'Supplementing', 'InNotice', 'AwaitingCollection');

create table application_secrets (
  case_id uuid not null references applications,
  path text not null check (length(path) <= 200),
  kind text not null,
  cipher bytea not null,
  blind_index bytea not null,
  masked text not null,
  primary key (case_id, path)
);
create index application_secrets_index on application_secrets (blind_index);

create table workflow_instances (
  id text primary key,
  case_id uuid not null references cases,
  parent_id text references workflow_instances,
  definition_id text not null,
  definition_version int not null,
  status text not null check (status in ('Running', 'Finished')),
  sub_status text not null,
  state json not null,
  revision int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (definition_id, definition_version) references workflow_definitions
);
create index workflow_instances_case on workflow_instances (case_id);
create index workflow_instances_running on workflow_instances (definition_id, definition_version) where status = 'Running';

create table bookmarks (
  id text primary key,
  instance_id text not null references workflow_instances,
  case_id uuid not null references cases,
  activity_id text not null,
  name text not null,
  key text,
  payload json,
  due_at timestamptz,
  created_at timestamptz not null
);
create index bookmarks_case on bookmarks (case_id);
create index bookmarks_due on bookmarks (due_at) where due_at is not null;

create table workflow_journal (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases,
  operation_id uuid not null,
  at timestamptz not null,
  entries json not null
);
create index workflow_journal_case on workflow_journal (case_id, id);

create table incidents (
  id text primary key,
  case_id uuid not null references cases,
  instance_id text,
  activity_id text,
  activity_type text,
  reason text not null,
  detail text,
  occurred_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid references portal_users,
  resolution text
);
create index incidents_open on incidents (occurred_at) where resolved_at is null;
create index incidents_case on incidents (case_id);

create table review_steps (
  id uuid primary key,
  case_id uuid not null references cases,
  instance_id text not null,
  bookmark_id text not null,
  activity_id text not null,
  code text not null check (length(code) between 1 and 60),
  role text not null,
  policy text not null check (policy in ('Any', 'All', 'InOrder', 'Ratio')),
  settings jsonb not null,
  status text not null check (status in ('Open', 'Closed', 'Cancelled')),
  outcome text,
  due_on date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  check ((status = 'Open') = (closed_at is null))
);
create index review_steps_case on review_steps (case_id);

create table review_tasks (
  id uuid primary key,
  case_id uuid not null references cases,
  step_id uuid not null references review_steps,
  step_code text not null,
  service_item_code text not null,
  role text not null,
  organisation_id uuid not null references organisations,
  assignee_id uuid references portal_users,
  position int not null default 0,
  status text not null check (status in ('Waiting', 'Open', 'Claimed', 'Closed', 'Cancelled')),
  claimed_by uuid references portal_users,
  claimed_at timestamptz,
  closed_by uuid references portal_users,
  closed_at timestamptz,
  due_on date,
  paused boolean not null default false,
  created_at timestamptz not null,
  revision int not null default 0,
  check ((status in ('Closed', 'Cancelled')) = (closed_at is not null)),
  check (status <> 'Claimed' or claimed_by is not null)
);
create index review_tasks_case on review_tasks (case_id);
create index review_tasks_pool on review_tasks (organisation_id, role, due_on, id) where status in ('Open', 'Claimed');
create index review_tasks_claimed on review_tasks (claimed_by, due_on, id) where status = 'Claimed';
create index review_tasks_assignee on review_tasks (assignee_id, due_on, id) where status in ('Open', 'Claimed') and assignee_id is not null;

create table decisions (
  id uuid primary key,
  case_id uuid not null references cases,
  step_id uuid references review_steps,
  task_id uuid references review_tasks,
  officer_id uuid not null references portal_users,
  role text not null,
  organisation_id uuid references organisations,
  outcome text not null check (length(outcome) between 1 and 60),
  reason text not null default '' check (length(reason) <= 4000),
  scores jsonb,
  gaps jsonb,
  decided_at timestamptz not null
);
create index decisions_case on decisions (case_id);
create unique index decisions_one_a_task on decisions (task_id) where task_id is not null;

create table supplements (
  id uuid primary key,
  case_id uuid not null references cases,
  bookmark_id text not null,
  status text not null check (status in ('Open', 'Answered', 'Lapsed', 'Cancelled')),
  gaps jsonb not null,
  note text not null default '' check (length(note) <= 4000),
  requested_by uuid references portal_users,
  requested_at timestamptz not null,
  due_on date not null,
  closed_at timestamptz,
  check ((status = 'Open') = (closed_at is null))
);
create unique index supplements_one_open on supplements (case_id) where status = 'Open';
create index supplements_case on supplements (case_id);

create table deadlines (
  id uuid primary key,
  case_id uuid not null references cases,
  kind text not null check (kind in ('Promise', 'Step', 'Supplement', 'Notice')),
  step_id uuid references review_steps,
  started_on date not null,
  working_days int not null check (working_days between 0 and 2000),
  extended_working_days int not null default 0,
  stops jsonb not null,
  due_on date not null,
  provisional boolean not null,
  ended_on date,
  check (ended_on is null or ended_on >= started_on)
);
create index deadlines_case on deadlines (case_id);
create unique index deadlines_one_promise on deadlines (case_id) where kind = 'Promise';

create table materials (
  id uuid primary key,
  owner_user_id uuid not null references portal_users,
  person_id uuid references persons,
  organisation_id uuid references organisations,
  code text not null check (length(code) between 1 and 60),
  file_name text not null check (length(file_name) between 1 and 255),
  content_type text not null,
  size_bytes bigint not null check (size_bytes between 1 and 10485760),
  sha256 bytea not null,
  trust_level text not null check (trust_level in ('A', 'B', 'C', 'D')),
  uploaded_at timestamptz not null,
  removed_at timestamptz
);
create index materials_owner on materials (owner_user_id, code);
create index materials_person on materials (person_id, code) where person_id is not null;

create table material_contents (
  material_id uuid primary key references materials,
  content bytea not null
);
alter table material_contents alter column content set storage external;

create table case_materials (
  case_id uuid not null references applications,
  material_id uuid not null references materials,
  code text not null,
  linked_at timestamptz not null,
  original_checked_by uuid references portal_users,
  original_checked_at timestamptz,
  primary key (case_id, material_id)
);

-- One user's intent, under the id that its form or API call carried: the second arrival of an id gets the first answer.
create table operations (
  id uuid primary key,
  type text not null,
  user_id uuid references portal_users,
  case_id uuid references cases,
  result json,
  at timestamptz not null
);
create index operations_case on operations (case_id);

-- The audit: a keyed chain per stream. A stream is a case, or one of audit_streams.
create table audit_streams (
  id uuid primary key,
  name text not null unique,
  audit_seq bigint not null default 0,
  audit_head bytea not null
);

create table operation_events (
  stream_id uuid not null,
  seq bigint not null check (seq >= 1),
  operation_id uuid not null,
  type text not null check (length(type) between 1 and 100),
  actor_id uuid,
  actor_role text,
  at timestamptz not null,
  facts json not null,
  row_digests json not null,
  key_version int not null,
  mac bytea not null,
  primary key (stream_id, seq)
);
create index operation_events_at on operation_events (at);
create index operation_events_operation on operation_events (operation_id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'operation_events is append-only' using errcode = '42501';
end $$;
create trigger operation_events_append_only before update or delete or truncate on operation_events
  for each statement execute function refuse_audit_change();

create table outbox_messages (
  id uuid primary key,
  case_id uuid references cases,
  template text not null check (length(template) between 1 and 100),
  recipient_id uuid not null references portal_users,
  parameters json not null,
  status text not null check (status in ('Pending', 'Sent', 'Failed')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check ((status = 'Sent') = (sent_at is not null))
);
create index outbox_messages_due on outbox_messages (next_attempt_at) where status = 'Pending';
create index outbox_messages_case on outbox_messages (case_id);

create table jobs (
  id uuid primary key,
  kind text not null check (length(kind) between 1 and 100),
  case_id uuid references cases,
  payload json not null,
  unique_key text,
  status text not null check (status in ('Waiting', 'Done', 'Failed')),
  attempts int not null default 0,
  run_at timestamptz not null,
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  completed_at timestamptz,
  check ((status = 'Waiting') = (completed_at is null))
);
create unique index jobs_unique on jobs (kind, unique_key) where unique_key is not null and status = 'Waiting';
create index jobs_due on jobs (run_at) where status = 'Waiting';
