-- What was asked for before there were chains waits for whoever may decide on its group, or has been decided on by them. The tables are
-- their owner's for this one statement: of whom no organisation is named here.
alter table request no force row level security;
alter table item no force row level security;
alter table request_turn no force row level security;

insert into request_turn (organisation, request, step, slot, role, group_name, account, stands_in, open)
select r.organisation, r.id, 0, 0, '*', i.group_name, '', false, true from request r
join item i on i.organisation = r.organisation and i.id = r.item;

alter table request force row level security;
alter table item force row level security;
alter table request_turn force row level security;
