-- Each objection is looked into in a case of its own, which shares its key; anonymous leads are only registered.

alter table objections drop constraint objections_status_check;
alter table objections add constraint objections_status_check check (status in ('Open', 'Upheld', 'Rejected', 'Inadmissible', 'Dropped'));

-- Objections that are open when the portal learns this get their case by the same job as new ones.
insert into jobs (id, kind, case_id, payload, status, run_at, created_at)
select id, 'objections.open-case', case_id, json_build_object('by', recorded_by, 'materials', json_build_array()), 'Waiting', recorded_at, recorded_at
from (
  select b.id, b.case_id, b.recorded_at, coalesce(b.raised_by, (
    select e.actor_id from operation_events e
    where e.stream_id = b.case_id and e.type = 'ObjectionRaised' and e.facts ->> 'objection' = b.id::text limit 1)) as recorded_by
  from objections b where b.status = 'Open') o
where recorded_by is not null;

create table notice_leads (
  id uuid primary key,
  case_id uuid not null references cases,
  entry_id uuid not null references notice_entries,
  content text not null check (length(content) between 1 and 2000),
  received_at timestamptz not null
);
create index notice_leads_received on notice_leads (received_at desc, id);
create index notice_leads_case on notice_leads (case_id);
