-- Definitions that an administrator brought, beside those of the files: draft, checked, published, retired.

alter table workflow_definitions
  add version_id text,
  add name text not null default '' check (length(name) <= 400),
  add state text not null default 'Published' check (state in ('Draft', 'Checked', 'Published', 'Retired')),
  -- What came with the program was read under the file's line ends; what was imported goes out as it came in, byte by byte.
  add origin text not null default 'File' check (origin in ('File', 'Import')),
  add has_byte_order_mark boolean not null default false,
  add added_by uuid references portal_users,
  add findings jsonb,
  add checked_at timestamptz,
  add checked_by uuid references portal_users,
  add published_at timestamptz,
  add published_by uuid references portal_users,
  add publish_reason text check (length(publish_reason) <= 4000),
  add retired_at timestamptz,
  add retired_by uuid references portal_users,
  add retire_reason text check (length(retire_reason) <= 4000),
  add revision int not null default 0,
  add check ((state = 'Retired') = (retired_at is not null)),
  add check (state not in ('Published', 'Retired') or origin = 'File' or published_at is not null);

update workflow_definitions set
  version_id = coalesce(nullif(content::json ->> 'id', ''), definition_id || ':' || version),
  name = left(coalesce(content::json ->> 'name', definition_id), 400),
  published_at = loaded_at;

-- Two versions with one id would be mistaken for each other by running instances.
create unique index workflow_definitions_version_id on workflow_definitions (version_id);

-- Why an administrator had a service item handled by another version of its definition.
alter table service_item_versions add reason text check (length(reason) <= 4000);

-- A move of running instances to another version: one row a case, so that each is done once and says what became of it.
create table definition_moves (
  id uuid primary key,
  definition_id text not null,
  from_version int not null,
  to_version int not null,
  -- Activity of the old version to activity of the new one, for what would not fit.
  targets jsonb not null,
  reason text not null check (length(reason) between 1 and 4000),
  asked_by uuid not null references portal_users,
  asked_at timestamptz not null,
  foreign key (definition_id, from_version) references workflow_definitions,
  foreign key (definition_id, to_version) references workflow_definitions
);
create index definition_moves_definition on definition_moves (definition_id, asked_at desc);

create table definition_move_cases (
  move_id uuid not null references definition_moves,
  instance_id text not null references workflow_instances,
  case_id uuid not null references cases,
  state text not null default 'Waiting' check (state in ('Waiting', 'Moved', 'Refused', 'Gone')),
  refusal text check (length(refusal) <= 200),
  done_at timestamptz,
  primary key (move_id, instance_id),
  check ((state = 'Waiting') = (done_at is null))
);
