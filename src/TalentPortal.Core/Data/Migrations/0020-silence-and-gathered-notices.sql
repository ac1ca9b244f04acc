-- The time in which an application is accepted, refused or sent back: when it ends in silence, the application counts as accepted.
alter table deadlines drop constraint deadlines_kind_check;
alter table deadlines add constraint deadlines_kind_check check (kind in ('Promise', 'Step', 'Supplement', 'Notice', 'Acceptance'));

-- Cases that wait to be published together. A notice that is being gathered has no day of publication yet, and nobody sees it.
alter table public_notices alter column published_at drop not null;

create table ready_entries (
  id uuid primary key,
  case_id uuid not null references cases,
  bookmark_id text not null,
  kind text not null check (kind in ('Village', 'District')),
  organisation_id uuid not null references organisations,
  step text not null check (length(step) between 1 and 60),
  facts jsonb not null,
  status text not null check (status in ('Ready', 'Gathered', 'Cancelled')),
  notice_id uuid references public_notices,
  ready_at timestamptz not null,
  closed_at timestamptz,
  check ((status = 'Ready') = (closed_at is null)),
  check ((status = 'Gathered') = (notice_id is not null))
);
create index ready_entries_case on ready_entries (case_id);
create unique index ready_entries_one_open on ready_entries (bookmark_id) where status = 'Ready';
create index ready_entries_waiting on ready_entries (organisation_id, ready_at) where status = 'Ready';

-- What an officer ticked, with what became of each row.
create table notice_gatherings (
  notice_id uuid primary key references public_notices,
  gathered_by uuid not null references portal_users,
  gathered_at timestamptz not null,
  finished_at timestamptz
);
create table notice_gathering_rows (
  notice_id uuid not null references notice_gatherings,
  place int not null check (place between 1 and 100),
  case_id uuid not null references cases,
  result text,
  primary key (notice_id, place),
  unique (notice_id, case_id)
);
