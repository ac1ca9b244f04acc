-- Cases that other cases have opened: a dispatched workflow, an objection.

alter table cases drop constraint cases_kind_check;
alter table cases add constraint cases_kind_check check (kind in ('Application', 'Objection', 'Workflow'));

-- Where a dispatched instance was asked for, whether its end is waited for, and how many dispatches led to it.
alter table workflow_instances
  add dispatched_from uuid references cases,
  add awaited boolean not null default false,
  add depth int not null default 0 check (depth between 0 and 16);
