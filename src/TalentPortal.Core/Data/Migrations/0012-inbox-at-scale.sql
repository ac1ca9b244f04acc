-- The inbox at scale: what filters and counts ask of a task stands in the task, and its pages and counts are read from indexes alone.

-- The town of the application, which does not change once it was handed in.
alter table review_tasks add town_id uuid;

update review_tasks t set town_id = a.town_organisation_id,
  paused = c.hold or s.settings->>'pauseReason' is not null
from applications a, cases c, review_steps s
where a.case_id = t.case_id and c.id = t.case_id and s.id = t.step_id and t.status in ('Waiting', 'Open', 'Claimed');

drop index review_tasks_pool;
drop index review_tasks_claimed;
drop index review_tasks_assignee;

-- Tasks without a limit come last.
create index review_tasks_free on review_tasks (organisation_id, role, coalesce(due_on, date '9999-12-31'), id)
  include (service_item_code, step_code, town_id, paused, due_on) where status = 'Open' and assignee_id is null;
create index review_tasks_held on review_tasks (organisation_id, role, coalesce(due_on, date '9999-12-31'), id)
  include (claimed_by, service_item_code, step_code, town_id, paused, due_on) where status = 'Claimed';
create index review_tasks_claimed on review_tasks (claimed_by, coalesce(due_on, date '9999-12-31'), id)
  include (organisation_id, role, service_item_code, step_code, town_id, paused, due_on) where status = 'Claimed';
create index review_tasks_assignee on review_tasks (assignee_id, coalesce(due_on, date '9999-12-31'), id)
  include (organisation_id, role, service_item_code, step_code, town_id, paused, due_on) where status = 'Open' and assignee_id is not null;
create index review_tasks_paused on review_tasks (organisation_id, role, coalesce(due_on, date '9999-12-31'), id)
  where paused and status in ('Open', 'Claimed');
-- What a filter can choose from, read by leaps.
create index review_tasks_choices on review_tasks
  (organisation_id, role, service_item_code, step_code, coalesce(town_id, '00000000-0000-0000-0000-000000000000'))
  where status in ('Open', 'Claimed');

-- Searching: by the last digits of a number, by the whole name, by organisation; the newest first.
create index cases_number_tail on cases (reverse(number) text_pattern_ops) where number is not null;
create index applications_subject_name on applications (subject_name) where submitted_at is not null;
create index applications_organisation on applications (subject_organisation_id) where subject_organisation_id is not null;
create index applications_newest on applications (submitted_at desc, case_id desc) where submitted_at is not null;
