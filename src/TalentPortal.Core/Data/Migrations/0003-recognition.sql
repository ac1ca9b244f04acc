-- Outcomes of recognition: public notices, objections, conflicts of interest, recognitions.

create table public_notices (
  id uuid primary key,
  district_id smallint not null references districts,
  kind text not null check (kind in ('Village', 'District')),
  organisation_id uuid not null references organisations,
  title text not null check (length(title) between 1 and 200),
  body text not null,
  content_digest bytea not null,
  working_days int not null check (working_days between 1 and 60),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  provisional boolean not null,
  published_at timestamptz not null,
  closed_at timestamptz
);
create index public_notices_open on public_notices (ends_on);

create table notice_entries (
  id uuid primary key,
  notice_id uuid not null references public_notices,
  case_id uuid not null references cases,
  bookmark_id text not null,
  subject_name text not null,
  facts jsonb not null,
  status text not null check (status in ('Running', 'Frozen', 'Cleared', 'Upheld', 'Cancelled')),
  closed_at timestamptz,
  check ((status in ('Running', 'Frozen')) = (closed_at is null))
);
create index notice_entries_case on notice_entries (case_id);
create index notice_entries_notice on notice_entries (notice_id);

create table objections (
  id uuid primary key,
  case_id uuid not null references cases,
  entry_id uuid not null references notice_entries,
  raised_by uuid references portal_users,
  raised_on date not null,
  content text not null check (length(content) between 1 and 4000),
  status text not null check (status in ('Open', 'Upheld', 'Rejected')),
  finding text check (length(finding) <= 4000),
  decided_by uuid references portal_users,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  check ((status = 'Open') = (closed_at is null))
);
create unique index objections_one_open on objections (entry_id) where status = 'Open';
create index objections_case on objections (case_id);

create table conflict_declarations (
  id uuid primary key,
  case_id uuid not null references cases,
  task_id uuid not null references review_tasks,
  expert_id uuid not null references portal_users,
  has_conflict boolean not null,
  reason text not null default '' check (length(reason) <= 1000),
  declared_at timestamptz not null
);
create unique index conflict_declarations_one on conflict_declarations (task_id, expert_id);
create index conflict_declarations_case on conflict_declarations (case_id);

create table expert_fields (
  user_id uuid not null references portal_users,
  category text not null,
  primary key (user_id, category)
);

create table recognitions (
  id uuid primary key,
  case_id uuid not null unique references cases,
  district_id smallint not null references districts,
  person_id uuid not null references persons,
  category text not null,
  sub_category text,
  level text not null,
  certificate_number text not null unique,
  issuer_id uuid not null references organisations,
  deciding_body_kind text not null check (deciding_body_kind in ('Government', 'Party')),
  score numeric(6, 2),
  score_trace jsonb,
  issued_on date not null,
  valid_to date not null check (valid_to > issued_on),
  status text not null check (status in ('Valid', 'Revoked')),
  created_at timestamptz not null
);
create index recognitions_person on recognitions (person_id);
create index recognitions_public on recognitions (issued_on desc, id);
