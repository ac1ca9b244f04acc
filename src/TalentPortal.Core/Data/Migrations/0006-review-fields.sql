-- What reviewers enter along with their answer (a vote, a finding, a remark): by field code of the service item's review forms.
alter table decisions add column fields jsonb;
