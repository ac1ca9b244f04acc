-- What a panel and the score table came to, and room for more than one objector.

create table compiled_scores (
  id uuid primary key,
  case_id uuid not null references cases,
  step_id uuid not null unique references review_steps,
  total numeric(6, 2) not null,
  level text,
  needs_discussion boolean not null,
  trace json not null,
  compiled_at timestamptz not null
);
create index compiled_scores_case on compiled_scores (case_id);

-- An entry is frozen as long as one objection is open; each person may have one open at a time.
drop index objections_one_open;
create unique index objections_one_open on objections (entry_id, raised_by) where status = 'Open' and raised_by is not null;
