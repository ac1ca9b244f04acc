-- The life of a recognition: what happened to it, and the cases that are about it.

alter table recognitions drop constraint recognitions_status_check;
alter table recognitions add constraint recognitions_status_check check (status in ('Valid', 'Suspended', 'Lapsed', 'Revoked', 'Superseded'));

create table recognition_events (
  id uuid primary key,
  case_id uuid not null references cases,
  recognition_id uuid not null references recognitions,
  kind text not null check (kind in ('Issued', 'Upgraded', 'Renewed', 'CheckPassed', 'CheckMissed', 'Suspended', 'Resumed', 'Lapsed', 'Revoked', 'Superseded')),
  happened_on date not null,
  year int check (year between 2000 and 2200),
  reason text,
  note text not null default '' check (length(note) <= 1000),
  amount numeric(12, 2) check (amount >= 0),
  by_case_id uuid references cases,
  by_user_id uuid references portal_users,
  recorded_at timestamptz not null,
  check ((kind in ('CheckPassed', 'CheckMissed')) = (year is not null))
);
create index recognition_events_recognition on recognition_events (recognition_id, recorded_at, id);
create index recognition_events_case on recognition_events (case_id);
-- A year's check is passed or missed once.
create unique index recognition_events_one_check on recognition_events (recognition_id, year) where kind in ('CheckPassed', 'CheckMissed');
-- It ends once.
create unique index recognition_events_one_end on recognition_events (recognition_id) where kind in ('Lapsed', 'Revoked', 'Superseded');

create table recognition_matters (
  case_id uuid primary key references cases,
  recognition_id uuid not null references recognitions,
  kind text not null check (kind in ('AnnualCheck', 'Revocation', 'Return')),
  year int check (year between 2000 and 2200),
  reason text,
  opened_by uuid references portal_users,
  bookmark_id text,
  asked_at timestamptz,
  answer_by date,
  statement text check (length(statement) between 1 and 4000),
  stated_at timestamptz,
  amount numeric(12, 2) check (amount >= 0),
  result text check (result in ('Passed', 'Lapsed', 'Revoked', 'Kept')),
  check ((kind = 'AnnualCheck') = (year is not null)),
  check ((kind = 'Revocation') = (opened_by is not null)),
  check ((statement is null) = (stated_at is null)),
  check ((asked_at is null) = (answer_by is null)),
  check (bookmark_id is null or asked_at is not null)
);
create index recognition_matters_recognition on recognition_matters (recognition_id);

-- Recognitions from before are checked from next year on, like those that are issued this year.
insert into jobs (id, kind, case_id, payload, unique_key, status, run_at, created_at)
select gen_random_uuid(), 'recognitions.annual-check', case_id, json_build_object('recognition', id, 'year', year, 'stage', 'Opens'),
  replace(id::text, '-', '') || ':' || year || ':Opens', 'Waiting', make_date(year, 1, 1)::timestamp at time zone 'Asia/Shanghai', created_at
from (select r.id, r.case_id, r.created_at, greatest(extract(year from r.issued_on)::int, extract(year from current_date)::int) + 1 as year, r.valid_to
  from recognitions r where r.status = 'Valid') r
where make_date(year, 4, 1) <= valid_to;
