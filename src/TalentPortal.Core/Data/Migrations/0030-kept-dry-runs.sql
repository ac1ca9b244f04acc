-- The dry run on which a release rests stays as it was counted, as the release does.

create function refuse_kept_dry_run_edit() returns trigger language plpgsql as $$
begin
  if exists (select from rule_changes where dry_run_id = old.id and status = 'Released') then
    raise exception 'dry run % is kept with a release', old.id using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger rule_dry_runs_kept before update or delete on rule_dry_runs for each row execute function refuse_kept_dry_run_edit();
