-- A place without paused tasks was searched from its first task to its last to find none: each walk of the inbox has an index of its own.
drop index review_tasks_paused;

create index review_tasks_free_paused on review_tasks (organisation_id, role, (coalesce(due_on, date '9999-12-31')), id)
  include (service_item_code, step_code, town_id, due_on)
  where status = 'Open' and assignee_id is null and paused;

create index review_tasks_held_paused on review_tasks (organisation_id, role, (coalesce(due_on, date '9999-12-31')), id)
  include (claimed_by, service_item_code, step_code, town_id, due_on)
  where status = 'Claimed' and paused;
