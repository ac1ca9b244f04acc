-- How an account wants a list: its columns, its order, and filters kept under a name.

create table list_views (
  user_id uuid not null references portal_users,
  list text not null check (list ~ '^[a-z]+(-[a-z]+)*$' and length(list) <= 40),
  columns text[] check (cardinality(columns) <= 40),
  sort text check (length(sort) <= 40),
  descending boolean not null default false,
  primary key (user_id, list)
);

create table list_filters (
  id uuid primary key,
  user_id uuid not null references portal_users,
  list text not null check (list ~ '^[a-z]+(-[a-z]+)*$' and length(list) <= 40),
  name text not null check (length(name) between 1 and 40),
  values jsonb not null check (jsonb_typeof(values) = 'object' and length(values::text) <= 2000),
  created_at timestamptz not null
);
create unique index list_filters_one on list_filters (user_id, list, name);
