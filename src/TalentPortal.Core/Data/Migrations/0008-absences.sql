-- An absence that ends before its last day, and who ended it.

alter table absences
  add ended_at timestamptz,
  add ended_by uuid references portal_users,
  add check ((ended_at is null) = (ended_by is null));
