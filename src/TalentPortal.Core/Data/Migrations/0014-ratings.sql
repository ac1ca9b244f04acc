-- Ratings of closed cases. A rating is a case of its own: its lock, its audit and its number name nobody's application.

alter table cases drop constraint cases_kind_check;
alter table cases add constraint cases_kind_check check (kind in ('Application', 'Objection', 'Workflow', 'Rating'));

create table ratings (
  case_id uuid primary key references cases,
  rated_case_id uuid not null constraint ratings_one_a_case unique references applications,
  service_item_code text not null,
  organisation_id uuid not null references organisations,
  status text not null check (status in ('Asked', 'Given', 'ToContact', 'ToRectify', 'ToFollowUp', 'Closed')),
  asked_on date not null,
  answer_until date not null,
  level int check (level between 1 and 5),
  tags jsonb not null default '[]',
  comment text not null default '' check (length(comment) <= 1000),
  rated_by uuid references portal_users,
  rated_on date,
  handler_id uuid references portal_users,
  contact_due_on date,
  contacted_on date,
  rectify_due_on date,
  rectified_on date,
  follow_up_until date,
  follow_up_level int check (follow_up_level between 1 and 5),
  follow_up_comment text not null default '' check (length(follow_up_comment) <= 1000),
  closed_on date,
  excluded boolean not null default false,
  appeal_status text check (appeal_status in ('Open', 'Upheld', 'Rejected')),
  appeal_reason text check (length(appeal_reason) <= 2000),
  appeal_evidence text check (length(appeal_evidence) <= 2000),
  appealed_by uuid references portal_users,
  appealed_on date,
  appeal_finding text check (length(appeal_finding) <= 2000),
  appeal_decided_by uuid references portal_users,
  appeal_decided_on date,
  check ((status = 'Asked') = (level is null)),
  check ((level is null) = (rated_by is null) and (level is null) = (rated_on is null)),
  check (status not in ('ToContact', 'ToRectify', 'ToFollowUp') or (contact_due_on is not null and rectify_due_on is not null)),
  check ((status = 'ToContact') or contact_due_on is null or contacted_on is not null or status = 'Closed'),
  check ((status in ('Given', 'Closed')) = (closed_on is not null)),
  check ((status = 'ToFollowUp') <= (follow_up_until is not null)),
  check ((appeal_status is null) = (appealed_by is null)),
  check ((appeal_status in ('Upheld', 'Rejected')) is not true or (appeal_finding is not null and appeal_decided_by is not null)),
  check (not excluded or appeal_status = 'Upheld')
);
create index ratings_open on ratings (organisation_id, rectify_due_on) where status in ('ToContact', 'ToRectify', 'ToFollowUp');
create index ratings_closed on ratings (organisation_id, closed_on desc) where status = 'Closed';
create index ratings_asked on ratings (asked_on);
create index ratings_appealed on ratings (appealed_on) where appeal_status = 'Open';

-- What was done about a bad rating, in the officer's words. Append-only.
create table rating_actions (
  id uuid primary key,
  case_id uuid not null references ratings,
  kind text not null check (kind in ('Taken', 'ContactShown', 'Contacted', 'NotReached', 'Rectified', 'Appealed', 'AppealDecided')),
  by_user_id uuid not null references portal_users,
  way text check (way in ('Phone', 'Visit', 'Message')),
  happened_on date not null,
  note text not null default '' check (length(note) <= 2000),
  acted_at timestamptz not null
);
create index rating_actions_case on rating_actions (case_id, acted_at);
