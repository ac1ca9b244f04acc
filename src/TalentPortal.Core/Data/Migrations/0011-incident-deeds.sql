-- What an administrator did with an incident; null while it is open, and where it was settled by what went on by itself.
alter table incidents add column deed text check (deed in ('Retried', 'Skipped', 'VariableSet', 'Moved', 'Cancelled'));
create index workflow_instances_latest on workflow_instances (updated_at desc, id);
