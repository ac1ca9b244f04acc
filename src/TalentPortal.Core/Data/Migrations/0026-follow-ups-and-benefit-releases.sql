-- What follows a change of a recognition, line by line, as it was planned with the change; and benefit catalogues written by one and released by another.

create table recognition_follow_ups (
  id uuid primary key,
  case_id uuid not null references cases,
  recognition_id uuid not null references recognitions,
  becomes text not null check (becomes in ('Valid', 'Suspended', 'Lapsed', 'Revoked', 'Superseded')),
  place int not null check (place >= 0),
  job_id uuid not null,
  target_case_id uuid references cases,
  subject_zh text not null,
  subject_en text not null,
  consequence_zh text not null,
  consequence_en text not null,
  by_case_id uuid references cases,
  planned_at timestamptz not null
);
create index recognition_follow_ups_recognition on recognition_follow_ups (recognition_id, planned_at, place);
create index recognition_follow_ups_by_case on recognition_follow_ups (by_case_id) where by_case_id is not null;

alter table rule_changes drop constraint rule_changes_kind_check;
alter table rule_changes add constraint rule_changes_kind_check check (kind in ('Parameter', 'ServiceItem', 'BenefitCatalogue'));

-- Of which released change a version is; one release makes one version.
alter table benefit_catalogue_versions add rule_change_id uuid unique references rule_changes;
