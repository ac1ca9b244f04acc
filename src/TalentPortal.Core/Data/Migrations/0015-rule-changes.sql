-- Rules under control: changes of parameters and of service items' rules, written by one person and released by another.

create table rule_changes (
  id uuid primary key,
  kind text not null check (kind in ('Parameter', 'ServiceItem')),
  subject text not null check (length(subject) between 1 and 100),
  status text not null check (status in ('Draft', 'Released', 'Discarded')),
  revision int not null check (revision >= 1),
  content json not null,
  withdraws_id uuid references rule_changes,
  valid_from date not null,
  provenance text not null,
  source text not null check (length(source) between 1 and 400),
  reason text not null check (length(reason) between 1 and 2000),
  author_id uuid not null references portal_users,
  written_at timestamptz not null,
  edited_at timestamptz not null,
  released_by uuid references portal_users,
  released_at timestamptz,
  release_reason text check (length(release_reason) between 1 and 2000),
  dry_run_id uuid,
  check (released_by <> author_id),
  check ((status = 'Released') = (released_by is not null and released_at is not null and release_reason is not null))
);
create unique index rule_changes_one_draft on rule_changes (kind, subject) where status = 'Draft';
create unique index rule_changes_withdrawn_once on rule_changes (withdraws_id) where status = 'Released';
create index rule_changes_subject on rule_changes (kind, subject, valid_from);

-- What was released or discarded stays as it is: undoing it is another change.
create function refuse_rule_edit() returns trigger language plpgsql as $$
begin
  if old.status <> 'Draft' then
    raise exception 'rule change % is closed', old.id using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger rule_changes_closed before update or delete on rule_changes for each row execute function refuse_rule_edit();

-- A draft played on cases that are over or under way. Facts only: who would have come out where, and why.
create table rule_dry_runs (
  id uuid primary key,
  change_id uuid not null references rule_changes,
  rule_hash text not null check (rule_hash ~ '^[0-9a-f]{64}$'),
  from_on date not null,
  to_on date not null,
  status text not null check (status in ('Waiting', 'Running', 'Done')),
  total int not null default 0,
  done int not null default 0 check (done between 0 and total),
  result json not null,
  run_by uuid not null references portal_users,
  asked_at timestamptz not null,
  finished_at timestamptz,
  check (to_on >= from_on),
  check ((status = 'Done') = (finished_at is not null))
);
create index rule_dry_runs_change on rule_dry_runs (change_id, asked_at);
create unique index rule_dry_runs_one_at_a_time on rule_dry_runs (change_id) where status <> 'Done';
alter table rule_changes add foreign key (dry_run_id) references rule_dry_runs;

-- Who made a version of a service item beside the files that came with the program, and of which released change.
alter table service_item_versions
  add made_by uuid references portal_users,
  add rule_change_id uuid unique references rule_changes;
